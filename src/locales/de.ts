import type {FieldContext, Messages} from '../messages/messages.js';

const suchAs = (example: string | undefined) => (example ? `, zum Beispiel ${example}` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'als E-Mail-Adresse',
  url: 'als Webadresse, die mit https:// beginnt',
  origin: 'als Webadresse, die nach dem Hostnamen endet',
  hostname: 'als Hostnamen ohne https://',
  'dns-label': 'nur mit Buchstaben, Ziffern und Bindestrichen',
  uuid: 'als Kennung aus 32 Buchstaben und Ziffern mit Bindestrichen',
  pem: 'als ganzen PEM-Block, von -----BEGIN bis -----END mit seinen Zeilenumbrüchen',
  json: 'als JSON',
  base64: 'als Base64',
};

const enter = ({label, chosen}: FieldContext) =>
  chosen ? `Wählen Sie „${label}“` : `Geben Sie „${label}“ ein`;

/** Every word that Keyslot shows, in German. */
export const de: Messages = {
  language: 'de',
  kinds: {
    basic: {name: 'Benutzername und Passwort', username: 'Benutzername', password: 'Passwort'},
    token: {name: 'Zugriffstoken', token: 'Zugriffstoken'},
    'api-key': {name: 'API-Schlüssel', apiKey: 'API-Schlüssel'},
    'oauth2-client-credentials': {
      name: 'Client-Zugangsdaten',
      clientId: 'Client-ID',
      clientSecret: 'Client-Geheimnis',
      privateKey: 'Privater Schlüssel',
      scope: 'Berechtigung (Scope)',
    },
    'oauth2-authorization-code': {
      name: 'Anmelden',
      clientId: 'Client-ID',
      clientSecret: 'Client-Geheimnis',
    },
    oauth1: {
      name: 'Signierte Anfragen',
      consumerKey: 'Consumer-Key',
      consumerSecret: 'Consumer-Secret',
      privateKey: 'Privater Schlüssel',
      token: 'Token',
      tokenSecret: 'Token-Secret',
      realm: 'Realm',
    },
    custom: {name: 'Zugangsdaten'},
    none: {name: 'Keine Zugangsdaten nötig'},
  },
  diagnostics: {
    definition_unknown_type: 'Diese Seite unterstützt diese Verbindungsart noch nicht.',
    definition_limit_exceeded: 'Ihre Beschreibung ist zu groß.',
    other: 'Ihre Beschreibung hat einen Fehler.',
  },

  title: (connector) => `${connector} verbinden`,
  titleEditing: (connector) => `Verbindung zu ${connector} bearbeiten`,
  pickerLegend: 'Wie möchten Sie verbinden?',
  filterLabel: 'Verbindungsart suchen',
  filterResult: (shown, all) =>
    shown
      ? `${shown} von ${all} Verbindungsarten`
      : 'Kein Treffer. Versuchen Sie weniger Buchstaben.',
  incomplete: 'Es gibt mehr Verbindungsarten, als hier aufgeführt werden können.',
  recommended: 'Empfohlen',
  deprecated: 'Läuft aus',
  unavailable: 'Nicht verfügbar',
  pickFirst: 'Wählen Sie zuerst, wie Sie verbinden möchten',

  optional: 'freiwillig',
  advanced: 'Erweiterte Einstellungen',
  docsLink: 'Wo finde ich das?',
  instructions: 'Anleitung',
  newTab: 'öffnet einen neuen Tab',
  example: (example) => `Beispiel: ${example}`,
  show: 'Anzeigen',
  hide: 'Verbergen',
  shown: (label) => `${label} ist sichtbar`,
  hidden: (label) => `${label} ist verborgen`,
  choose: 'Auswählen…',
  preset: 'Ist schon für Sie eingestellt.',
  stored: {
    kept: 'Gespeichert. Leer lassen, um es zu behalten.',
    replaced: 'Ihre Eingabe ersetzt den gespeicherten Wert.',
    cleared: 'Wird beim Speichern entfernt.',
  },
  insist: 'Trotzdem verwenden',

  submit: 'Verbinden',
  authorize: 'Weiter zur Anmeldung',
  save: 'Änderungen speichern',
  pending: 'Wird verbunden…',
  test: 'Verbindung testen',
  testing: 'Wird getestet…',
  verified: 'Die Verbindung funktioniert',
  saveUntested: 'Ohne Test speichern',
  edit: 'Bearbeiten',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Ihre Eingaben sind noch da.',
  errorPrefix: 'Fehler:',
  summary: (count) =>
    count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`,
  loadFailed:
    'Diese Seite konnte nicht alles laden, was sie braucht. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  success: (connector) => `${connector} ist verbunden`,
  account: (account) => `Angemeldet als ${account}`,

  loading: 'Wird geladen…',
  empty: (connector) => `${connector} bietet noch keine Verbindungsart an.`,
  failed: 'Dieses Formular kann nicht angezeigt werden.',

  rejected:
    'Das hat nicht geklappt. Ihre Eingaben sind noch da; prüfen Sie sie und versuchen Sie es noch einmal.',
  timedOut: 'Das hat zu lange gedauert. Ihre Eingaben sind noch da; versuchen Sie es noch einmal.',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}: ${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `Geben Sie „${label}“ als Zahl ein, zum Beispiel 1.5`,
    field_too_small: ({label, params}) => `„${label}“ muss mindestens ${params['min']} sein`,
    field_too_large: ({label, params}) => `„${label}“ darf höchstens ${params['max']} sein`,
    field_too_short: ({label, params}) =>
      `„${label}“ ist zu kurz: mindestens ${params['minLength']} Zeichen`,
    field_too_long: ({label, params}) =>
      `„${label}“ ist zu lang: höchstens ${params['maxLength']} Zeichen`,
    field_option: ({label}) => `Wählen Sie „${label}“ aus der Liste`,
    field_pair_name: ({label}) => `Geben Sie zu jedem Wert von „${label}“ einen Namen ein`,
    field_file_reading: ({label}) => `Warten Sie, bis die Datei für „${label}“ gelesen ist`,
    field_file_several: ({label}) => `Wählen Sie nur eine Datei für „${label}“`,
    field_file_empty: ({label}) => `Die Datei für „${label}“ ist leer: wählen Sie eine andere`,
    field_file_too_large: ({label, params}) =>
      `Die Datei für „${label}“ ist zu groß: höchstens ${params['maximum']}`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `Die Datei für „${label}“ ist kein Text in UTF-8: wählen Sie eine andere`
        : `Die Datei für „${label}“ kann nicht gelesen werden: wählen Sie sie noch einmal`,
    field_pattern: ({label, example}) =>
      `Prüfen Sie „${label}“: die Form ist eine andere${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `Geben Sie „${label}“ ${FORMATS[String(params['format'])] ?? 'wie beschrieben'} ein${suchAs(example)}`,
    field_colon: ({label}) => `Geben Sie „${label}“ ohne Doppelpunkt ein`,
    field_cookie: ({label}) =>
      `Geben Sie „${label}“ ohne Leerzeichen, Kommas, Anführungszeichen und Semikolons ein`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `Geben Sie „${label}“ als Webadresse ein, die mit https:// beginnt und nach dem Hostnamen endet${suchAs(example)}`
        : `Geben Sie nur „${label}“ ein${suchAs(example)}, ohne https:// und Schrägstriche`,
    template_variable_missing: enter,
    other: ({label}) => `Prüfen Sie „${label}“`,
  },

  storedMethodGone:
    'Die Art, wie diese Verbindung hergestellt wurde, wird nicht mehr angeboten. Wählen Sie eine andere und geben Sie ihre Angaben ein.',
  storedMethodChanged:
    'Diese Verbindungsart hat sich seitdem geändert. Geben Sie ihre Angaben noch einmal ein.',
  replace: 'Ersetzen',
  remove: 'Entfernen',
  undo: 'Rückgängig',
  authorizeAgain: 'Noch einmal anmelden',
  authorizationKept: 'Was Sie früher erlaubt haben, bleibt, wie es ist.',
  authorizationDue: 'Beim Speichern melden Sie sich noch einmal an.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Ausgewählt. Kopieren Sie mit Strg+C oder ⌘C.',
  redirectUri: 'Rücksprungadresse',
  redirectUriHelp: (connector) =>
    `Tragen Sie diese Adresse in den Einstellungen Ihrer Anwendung bei ${connector} ein.`,
  optionFilter: 'In der Liste suchen',
  optionResult: (count) =>
    count ? `${count} in der Liste` : 'Kein Treffer. Versuchen Sie weniger Buchstaben.',
  moreOptions: (shown, all) => `${shown} von ${all}. Tippen Sie weiter, um die anderen zu sehen.`,
  chosenOptions: (count) => `${count} ausgewählt`,
  chooseFile: 'Datei auswählen',
  dropFile: 'oder hier ablegen',
  unnamedFile: 'Eine Datei',
  pairName: 'Name',
  pairValue: 'Wert',
  addPair: 'Weitere hinzufügen',

  destination: (place) => `Sie melden sich bei ${place} an`,
  scopesTitle: (connector) => `Was Sie bei ${connector} erlauben`,
  authorized: 'Sie haben sich angemeldet.',
  opening: (connector) => `Verbindung zu ${connector} wird hergestellt…`,
  authorizing: {
    preparing: 'Das Fenster wird geöffnet…',
    waiting: 'Machen Sie im anderen Fenster weiter.',
    'possibly-closed':
      'Haben Sie das Fenster geschlossen? Versuchen Sie es noch einmal, oder brechen Sie ab.',
    blocked: 'Ihr Browser hat das Fenster blockiert.',
    settled: '',
  },
  expiring: 'Diese Anmeldung endet in einer Minute.',
  reopen: 'Fenster zeigen',
  tryAgain: 'Noch einmal versuchen',

  keepWaiting: 'Weiter warten',
  openLink: (origin) => `Weiter zu ${origin}`,
  thisTab: 'In diesem Tab weitermachen',
  allowPopups: 'Erlauben Sie Pop-ups für diese Seite, damit es sich von selbst öffnet.',
  embedded:
    'Diese Seite wird innerhalb einer anderen gezeigt. Vielleicht bemerkt sie nicht, dass Sie sich angemeldet haben: dann können Sie die Adresse der letzten Seite kopieren und hier einfügen.',
  pasteTitle: 'Sie sind auf einer Seite angekommen, und hier passiert nichts?',
  pasteLabel: 'Fügen Sie die Adresse jener Seite ein',
  pasteSubmit: 'Diese Adresse verwenden',
  pasteFailed: 'Mit dieser Adresse endet die Anmeldung nicht. Kopieren Sie sie ganz.',
  secretAgain: 'Geben Sie das noch einmal ein. Es wurde während der Anmeldung nicht aufbewahrt.',
  authorizationProblems: {
    authorization_unavailable:
      'Diese Seite ist für diese Anmeldung nicht eingerichtet. Wählen Sie eine andere Verbindungsart, oder sagen Sie es den Betreibern.',
    insecure_context: 'Die Anmeldung braucht eine sichere Seite (https).',
    transport_unavailable:
      'Diese Seite kann von einem Anmeldefenster nichts erfahren. Öffnen Sie sie in einem eigenen Fenster und versuchen Sie es noch einmal.',
    storage_unavailable:
      'Dieser Browser bewahrt nichts für diese Seite auf, deshalb ist die Anmeldung in diesem Tab nicht möglich.',
    prepare_failed: 'Die Anmeldung konnte nicht vorbereitet werden. Versuchen Sie es noch einmal.',
    prepare_timeout:
      'Die Vorbereitung der Anmeldung hat zu lange gedauert. Versuchen Sie es noch einmal.',
    authorize_url_invalid:
      'Die Adresse für die Anmeldung hat einen Fehler. Sagen Sie es den Betreibern dieser Seite.',
    authorize_url_forbidden:
      'Diese Seite darf Sie nicht zu dieser Adresse schicken. Prüfen Sie Ihre Eingaben, oder sagen Sie es den Betreibern.',
    state_missing:
      'Der Adresse für die Anmeldung fehlt ihr Schutz. Sagen Sie es den Betreibern dieser Seite.',
    popup_blocked:
      'Ihr Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.',
    popup_unavailable: 'Diese Seite ist so eingebettet, dass sie keine Anmeldefenster öffnen kann.',
    popup_closed: 'Das Anmeldefenster wurde geschlossen. Ihre Eingaben sind noch da.',
    flow_timeout: 'Vom Anmeldefenster kam keine Antwort. Versuchen Sie es noch einmal.',
    redirect_state_invalid: 'Diese Anmeldung konnte nicht fortgesetzt werden. Beginnen Sie neu.',
    issuer_missing:
      'Die Antwort sagt nicht, von wem sie ist, deshalb wurde sie nicht verwendet. Sagen Sie es den Betreibern dieser Seite.',
    issuer_mismatch:
      'Die Antwort kam von jemand anderem, deshalb wurde sie nicht verwendet. Sagen Sie es den Betreibern dieser Seite.',
    response_malformed:
      'Die Antwort auf die Anmeldung konnte nicht gelesen werden. Versuchen Sie es noch einmal.',
    response_unsupported:
      'Eine Antwort dieser Art auf die Anmeldung ist nicht sicher. Sagen Sie es den Betreibern dieser Seite.',
    oauth1_token_mismatch:
      'Die Antwort gehört zu einer anderen Anmeldung, deshalb wurde sie nicht verwendet. Versuchen Sie es noch einmal.',
    verifier_missing:
      'Der Antwort auf die Anmeldung fehlt ihr Nachweis. Versuchen Sie es noch einmal.',
    access_denied:
      'Sie haben den Zugriff abgelehnt, oder er wurde dort verweigert. Sie können es noch einmal versuchen.',
    provider_error: 'Die Anmeldung endete mit einem Fehler. Versuchen Sie es noch einmal.',
    other: 'Die Anmeldung ist fehlgeschlagen. Versuchen Sie es noch einmal.',
  },
  offline: 'Sie sind anscheinend offline.',
  unreachable: 'Diese Seite ist so eingebettet, dass die Antwort sie vielleicht nicht erreicht.',
  providerSays: (description) => `Dort heißt es: ${description}`,

  strays: {
    space: 'Davor oder dahinter steht ein Leerzeichen.',
    invisible: 'Es enthält Zeichen, die man nicht sieht.',
    quotes: 'Es steht in Anführungszeichen.',
    scheme: 'Es beginnt mit einem Wort, das nicht zum Schlüssel gehört.',
    assignment: 'Es beginnt mit einem Namen wie in einer Einstellungsdatei.',
    address: 'Das ist eine ganze Adresse.',
    lineBreaks: 'Es stand in mehreren Zeilen.',
    pem: 'Die Zeilenumbrüche dieses Schlüssels fehlen.',
    several: 'Hier steht mehr als der Wert selbst.',
  },
  mend: 'Korrigieren',
  useText: (text) => `„${text}“ verwenden`,
  mended: 'Korrigiert.',
  resembles: (label, method) => `Das sieht aus wie „${label}“${method && ` von „${method}“`}.`,
  move: 'Dorthin verschieben',
  moved: 'Hierher verschoben.',
  fillOffer: (count) =>
    count === 1
      ? 'Darin steht ein Wert für dieses Formular.'
      : `Darin stehen ${count} Werte für dieses Formular.`,
  fill: 'Ausfüllen',
  nothingFits: 'Darin steht nichts für dieses Formular.',
  notNow: 'Nein, danke',
  filled: (count) =>
    count === 1 ? 'Ein Feld ist ausgefüllt.' : `${count} Felder sind ausgefüllt.`,

  dialog: {
    label: 'Eine Anwendung verbinden',
    close: 'Schließen',
    done: 'Fertig',
    question: 'Eingaben verwerfen?',
    keep: 'Weiter bearbeiten',
    discard: 'Verwerfen',
  },
};
