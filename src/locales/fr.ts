import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('fr');
const written = (count: number) => counted(count, {other: (number) => number});

const characters = (count: FieldContext['params'][string] | undefined) =>
  counted(Number(count), {
    one: () => `${count} caractère`,
    many: () => `${count} de caractères`,
    other: () => `${count} caractères`,
  });

const quoted = (label: string) => `«\u00a0${label}\u00a0»`;

const suchAs = (example: string | undefined) => (example ? `, par exemple ${example}` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'une adresse e-mail',
  url: 'une adresse web qui commence par https://',
  origin: 'une adresse web qui se termine après le nom d’hôte',
  hostname: 'un nom d’hôte, sans https://',
  'dns-label': 'uniquement des lettres, des chiffres et des traits d’union',
  uuid: 'un ID de 32 lettres et chiffres avec des traits d’union',
  pem: 'un bloc PEM entier, de -----BEGIN à -----END, avec ses sauts de ligne',
  json: 'un texte au format JSON',
  base64: 'un texte au format Base64',
};

const enter = ({label, chosen}: FieldContext) =>
  chosen
    ? `Faites un choix dans le champ ${quoted(label)}`
    : `Renseignez le champ ${quoted(label)}`;

/** Every word that Keyslot shows, in French. */
export const fr: Messages = {
  language: 'fr',
  kinds: {
    basic: {
      name: 'Nom d’utilisateur et mot de passe',
      username: 'Nom d’utilisateur',
      password: 'Mot de passe',
    },
    token: {name: 'Jeton d’accès', token: 'Jeton d’accès'},
    'api-key': {name: 'Clé API', apiKey: 'Clé API'},
    'oauth2-client-credentials': {
      name: 'Identifiants client',
      clientId: 'ID client',
      clientSecret: 'Secret client',
      privateKey: 'Clé privée',
      scope: 'Autorisations (scope)',
    },
    'oauth2-authorization-code': {
      name: 'S’identifier',
      clientId: 'ID client',
      clientSecret: 'Secret client',
    },
    oauth1: {
      name: 'Requêtes signées',
      consumerKey: 'Clé consommateur',
      consumerSecret: 'Secret consommateur',
      privateKey: 'Clé privée',
      token: 'Jeton',
      tokenSecret: 'Secret du jeton',
      realm: 'Realm',
    },
    custom: {name: 'Identifiants'},
    none: {name: 'Aucun identifiant nécessaire'},
  },
  diagnostics: {
    definition_unknown_type: 'Cette page ne prend pas encore en charge cette méthode de connexion.',
    definition_limit_exceeded: 'Sa description est trop volumineuse.',
    other: 'Sa description contient une erreur.',
  },

  title: (connector) => `Connecter ${connector}`,
  titleEditing: (connector) => `Modifier la connexion à ${connector}`,
  pickerLegend: 'Choisissez une méthode de connexion',
  filterLabel: 'Rechercher une méthode de connexion',
  filterResult: (shown, all) =>
    shown
      ? counted(shown, {
          one: (number) => `${number} méthode de connexion sur ${written(all)}`,
          many: (number) => `${number} de méthodes de connexion sur ${written(all)}`,
          other: (number) => `${number} méthodes de connexion sur ${written(all)}`,
        })
      : 'Aucun résultat. Essayez avec moins de lettres.',
  incomplete: 'Il existe plus de méthodes de connexion que cette liste ne peut en afficher.',
  recommended: 'Recommandé',
  deprecated: 'En cours de retrait',
  unavailable: 'Indisponible',
  pickFirst: 'Choisissez d’abord une méthode de connexion',

  optional: 'facultatif',
  advanced: 'Paramètres avancés',
  docsLink: 'Où trouver cette information\u00a0?',
  instructions: 'Mode d’emploi',
  newTab: 's’ouvre dans un nouvel onglet',
  example: (example) => `Exemple\u00a0: ${example}`,
  show: 'Afficher',
  hide: 'Masquer',
  shown: (label) => `${quoted(label)} est visible`,
  hidden: (label) => `${quoted(label)} n’est plus visible`,
  choose: 'Choisir…',
  preset: 'Déjà renseigné pour vous.',
  stored: {
    kept: 'Une valeur est enregistrée. Pour la conserver, laissez ce champ vide.',
    replaced: 'Votre saisie remplacera la valeur enregistrée.',
    cleared: 'La valeur sera supprimée lors de l’enregistrement.',
  },
  insist: 'Utiliser quand même',

  submit: 'Connecter',
  authorize: 'Continuer vers l’identification',
  save: 'Enregistrer les modifications',
  pending: 'Connexion en cours…',
  test: 'Tester la connexion',
  testing: 'Test en cours…',
  verified: 'La connexion fonctionne',
  saveUntested: 'Enregistrer sans tester',
  edit: 'Modifier',
  cancel: 'Annuler',
  cancelled: 'Opération annulée. Votre saisie n’est pas perdue.',
  errorPrefix: 'Erreur\u00a0:',
  summary: (count) =>
    counted(count, {
      one: (number) => `${number} champ à vérifier`,
      many: (number) => `${number} de champs à vérifier`,
      other: (number) => `${number} champs à vérifier`,
    }),
  loadFailed:
    'Cette page n’a pas pu charger tout ce dont elle a besoin. Vérifiez votre connexion Internet et réessayez.',
  success: (connector) => `La connexion à ${connector} est établie`,
  account: (account) => `Compte connecté\u00a0: ${account}`,

  loading: 'Chargement…',
  empty: (connector) => `${connector} ne propose pas encore de méthode de connexion.`,
  failed: 'Impossible d’afficher ce formulaire.',

  rejected:
    'Cela n’a pas fonctionné. Votre saisie n’est pas perdue\u00a0; vérifiez-la et réessayez.',
  timedOut: 'Cela a pris trop de temps. Votre saisie n’est pas perdue\u00a0; réessayez.',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}\u00a0: ${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) =>
      `Dans le champ ${quoted(label)}, saisissez un nombre, par exemple 1.5`,
    field_too_small: ({label, params}) =>
      `La valeur du champ ${quoted(label)} doit être d’au moins ${params['min']}`,
    field_too_large: ({label, params}) =>
      `La valeur du champ ${quoted(label)} ne doit pas dépasser ${params['max']}`,
    field_too_short: ({label, params}) =>
      `La valeur du champ ${quoted(label)} est trop courte\u00a0: au moins ${characters(params['minLength'])}`,
    field_too_long: ({label, params}) =>
      `La valeur du champ ${quoted(label)} est trop longue\u00a0: au plus ${characters(params['maxLength'])}`,
    field_option: ({label}) => `Dans le champ ${quoted(label)}, choisissez une option de la liste`,
    field_pair_name: ({label}) =>
      `Dans le champ ${quoted(label)}, saisissez un nom pour chaque valeur`,
    field_file_reading: ({label}) => `Attendez que le fichier du champ ${quoted(label)} soit lu`,
    field_file_several: ({label}) => `Choisissez un seul fichier pour le champ ${quoted(label)}`,
    field_file_empty: ({label}) =>
      `Le fichier du champ ${quoted(label)} est vide\u00a0: choisissez-en un autre`,
    field_file_too_large: ({label, params}) =>
      `Le fichier du champ ${quoted(label)} est trop volumineux\u00a0: ${params['maximum']} au maximum`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `Le fichier du champ ${quoted(label)} n’est pas un texte en UTF-8\u00a0: choisissez-en un autre`
        : `Le fichier du champ ${quoted(label)} ne peut pas être lu\u00a0: choisissez-le à nouveau`,
    field_pattern: ({label, example}) =>
      `Vérifiez le champ ${quoted(label)}\u00a0: le format attendu est différent${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `Dans le champ ${quoted(label)}, saisissez ${FORMATS[String(params['format'])] ?? 'une valeur au format décrit'}${suchAs(example)}`,
    field_colon: ({label}) => `Le champ ${quoted(label)} ne doit pas contenir de deux-points`,
    field_cookie: ({label}) =>
      `Le champ ${quoted(label)} ne doit contenir ni espace, ni virgule, ni guillemet, ni point-virgule`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `Dans le champ ${quoted(label)}, saisissez une adresse web qui commence par https:// et se termine après le nom d’hôte${suchAs(example)}`
        : `Dans le champ ${quoted(label)}, saisissez seulement la valeur demandée, sans https:// ni barre oblique${suchAs(example)}`,
    template_variable_missing: enter,
    other: ({label}) => `Vérifiez le champ ${quoted(label)}`,
  },

  storedMethodGone:
    'La méthode utilisée pour cette connexion n’est plus proposée. Choisissez-en une autre et saisissez les informations demandées.',
  storedMethodChanged:
    'Cette méthode de connexion a changé depuis. Saisissez à nouveau les informations demandées.',
  replace: 'Remplacer',
  remove: 'Supprimer',
  undo: 'Annuler ce changement',
  authorizeAgain: 'S’identifier à nouveau',
  authorizationKept: 'Les autorisations déjà accordées restent inchangées.',
  authorizationDue: 'Pour enregistrer ces modifications, vous devrez vous identifier à nouveau.',
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'Texte sélectionné. Appuyez sur Ctrl+C ou ⌘C pour le copier.',
  redirectUri: 'URL de redirection',
  redirectUriHelp: (connector) =>
    `Saisissez cette adresse dans les paramètres de votre application sur ${connector}.`,
  optionFilter: 'Rechercher dans la liste',
  optionResult: (count) =>
    count
      ? counted(count, {
          one: (number) => `${number} option dans la liste`,
          many: (number) => `${number} d’options dans la liste`,
          other: (number) => `${number} options dans la liste`,
        })
      : 'Aucun résultat. Essayez avec moins de lettres.',
  moreOptions: (shown, all) =>
    `${written(shown)} sur ${written(all)}. Poursuivez la saisie pour voir les autres.`,
  chosenOptions: (count) =>
    counted(count, {
      one: (number) => `${number} option choisie`,
      many: (number) => `${number} d’options choisies`,
      other: (number) => `${number} options choisies`,
    }),
  chooseFile: 'Choisir un fichier',
  dropFile: 'ou déposez-le ici',
  unnamedFile: 'Un fichier',
  pairName: 'Nom',
  pairValue: 'Valeur',
  addPair: 'Ajouter une entrée',

  destination: (place) => `Vous allez vous identifier sur ${place}`,
  scopesTitle: (connector) => `Autorisations que vous accordez sur ${connector}`,
  authorized: 'Identification réussie.',
  opening: (connector) => `Connexion à ${connector}…`,
  authorizing: {
    preparing: 'Ouverture de la fenêtre…',
    waiting: 'Terminez l’opération dans l’autre fenêtre.',
    'possibly-closed': 'Vous avez fermé la fenêtre\u00a0? Réessayez ou annulez.',
    blocked: 'Votre navigateur a bloqué la fenêtre.',
    settled: '',
  },
  expiring: 'Cette identification expire dans une minute.',
  reopen: 'Afficher la fenêtre',
  tryAgain: 'Réessayer',

  keepWaiting: 'Continuer d’attendre',
  openLink: (origin) => `Continuer vers ${origin}`,
  thisTab: 'Continuer dans cet onglet',
  allowPopups: 'Pour que la fenêtre s’ouvre automatiquement, autorisez les pop-ups sur ce site.',
  embedded:
    'Cette page est affichée à l’intérieur d’un autre site. Elle ne détectera peut-être pas votre identification\u00a0: dans ce cas, vous pourrez coller ici l’adresse de la dernière page affichée.',
  pasteTitle: 'Une autre page s’est affichée et rien ne se passe ici\u00a0?',
  pasteLabel: 'Collez l’adresse de cette page',
  pasteSubmit: 'Utiliser cette adresse',
  pasteFailed: 'Cette adresse n’est pas celle qui termine l’identification. Copiez-la en entier.',
  secretAgain:
    'Saisissez à nouveau cette valeur. Elle n’a pas été conservée pendant l’identification.',
  authorizationProblems: {
    authorization_unavailable:
      'Cette page n’est pas configurée pour cette identification. Choisissez une autre méthode ou prévenez les responsables de la page.',
    insecure_context: 'L’identification nécessite une page sécurisée (https).',
    transport_unavailable:
      'Cette page ne peut pas recevoir la réponse d’une fenêtre d’identification. Ouvrez la page dans une fenêtre à part et réessayez.',
    storage_unavailable:
      'Ce navigateur ne conserve rien pour cette page\u00a0; l’identification ne peut donc pas se poursuivre dans cet onglet.',
    prepare_failed: 'L’identification n’a pas pu être préparée. Réessayez.',
    prepare_timeout: 'La préparation de l’identification a pris trop de temps. Réessayez.',
    authorize_url_invalid:
      'L’adresse d’identification contient une erreur. Prévenez les responsables de cette page.',
    authorize_url_forbidden:
      'Cette page n’est pas autorisée à vous envoyer à cette adresse. Vérifiez votre saisie ou prévenez les responsables de la page.',
    state_missing:
      'L’adresse d’identification n’a pas la protection nécessaire. Prévenez les responsables de cette page.',
    popup_blocked:
      'Votre navigateur a bloqué la fenêtre d’identification. Autorisez les pop-ups sur ce site et réessayez.',
    popup_unavailable:
      'La manière dont cette page est intégrée empêche l’ouverture d’une fenêtre d’identification.',
    popup_closed: 'La fenêtre d’identification a été fermée. Votre saisie n’est pas perdue.',
    flow_timeout: 'Aucune réponse n’est venue de la fenêtre d’identification. Réessayez.',
    redirect_state_invalid: 'Cette identification n’a pas pu se poursuivre. Recommencez.',
    issuer_missing:
      'La réponse n’indique pas qui l’a envoyée\u00a0; elle n’a donc pas été utilisée. Prévenez les responsables de cette page.',
    issuer_mismatch:
      'La réponse ne vient pas de l’expéditeur attendu\u00a0; elle n’a donc pas été utilisée. Prévenez les responsables de cette page.',
    response_malformed: 'La réponse de l’identification n’a pas pu être lue. Réessayez.',
    response_unsupported:
      'La réponse de l’identification est d’un type qui ne peut pas être utilisé sans risque. Prévenez les responsables de cette page.',
    oauth1_token_mismatch:
      'La réponse correspond à une autre identification\u00a0; elle n’a donc pas été utilisée. Réessayez.',
    verifier_missing:
      'La réponse de l’identification ne contient pas la preuve attendue. Réessayez.',
    access_denied: 'Vous avez refusé l’accès, ou le service l’a refusé. Vous pouvez réessayer.',
    provider_error: 'L’identification s’est terminée par une erreur. Réessayez.',
    other: 'L’identification a échoué. Réessayez.',
  },
  offline: 'Vous semblez être hors ligne.',
  unreachable:
    'La manière dont cette page est intégrée empêche peut-être la réponse de lui parvenir.',
  providerSays: (description) => `Message du service\u00a0: ${description}`,

  strays: {
    space: 'Il y a une espace avant ou après.',
    invisible: 'Des caractères invisibles s’y trouvent.',
    quotes: 'Le texte est entre guillemets.',
    scheme: 'Le premier mot ne fait pas partie de la clé.',
    assignment: 'Le texte commence par un nom, comme dans un fichier de configuration.',
    address: 'C’est une adresse entière.',
    lineBreaks: 'Le texte était sur plusieurs lignes.',
    pem: 'Les retours à la ligne de cette clé manquent.',
    several: 'Il y a ici plus que la valeur elle-même.',
  },
  mend: 'Corriger',
  useText: (text) => `Utiliser «\u00a0${text}\u00a0»`,
  mended: 'Corrigé.',
  resembles: (label, method) =>
    `Cela ressemble à «\u00a0${label}\u00a0»${method && ` de «\u00a0${method}\u00a0»`}.`,
  move: 'Déplacer là-bas',
  moved: 'Déplacé ici.',
  fillOffer: (count) => `Valeurs trouvées pour ce formulaire\u00a0: ${written(count)}.`,
  fill: 'Remplir',
  nothingFits: 'Rien n’y correspond à ce formulaire.',
  notNow: 'Non, merci',
  filled: (count) => `Champs remplis\u00a0: ${written(count)}.`,

  dialog: {
    label: 'Connecter une application',
    close: 'Fermer',
    done: 'Terminé',
    question: 'Abandonner votre saisie\u00a0?',
    keep: 'Continuer la saisie',
    discard: 'Abandonner',
  },
};
