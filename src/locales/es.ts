import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('es');
const written = (count: number) => counted(count, {other: (number) => number});

const characters = (count: FieldContext['params'][string] | undefined) =>
  counted(Number(count), {
    one: () => `${count} carácter`,
    many: () => `${count} de caracteres`,
    other: () => `${count} caracteres`,
  });

const suchAs = (example: string | undefined) => (example ? `, por ejemplo, ${example}` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'una dirección de correo electrónico',
  url: 'una dirección web que empiece por https://',
  origin: 'una dirección web que termine después del nombre de host',
  hostname: 'un nombre de host, sin https://',
  'dns-label': 'solo letras, números y guiones',
  uuid: 'un ID de 32 letras y números con guiones',
  pem: 'un bloque PEM completo, desde -----BEGIN hasta -----END, con sus saltos de línea',
  json: 'un texto en formato JSON',
  base64: 'un texto en formato Base64',
};

const enter = ({label, chosen}: FieldContext) =>
  chosen ? `Haga una selección en el campo «${label}»` : `Complete el campo «${label}»`;

/** Every word that Keyslot shows, in Spanish. */
export const es: Messages = {
  language: 'es',
  kinds: {
    basic: {
      name: 'Nombre de usuario y contraseña',
      username: 'Nombre de usuario',
      password: 'Contraseña',
    },
    token: {name: 'Token de acceso', token: 'Token de acceso'},
    'api-key': {name: 'Clave de API', apiKey: 'Clave de API'},
    'oauth2-client-credentials': {
      name: 'Credenciales de cliente',
      clientId: 'ID de cliente',
      clientSecret: 'Secreto de cliente',
      privateKey: 'Clave privada',
      scope: 'Permisos (scope)',
    },
    'oauth2-authorization-code': {
      name: 'Iniciar sesión',
      clientId: 'ID de cliente',
      clientSecret: 'Secreto de cliente',
    },
    oauth1: {
      name: 'Solicitudes firmadas',
      consumerKey: 'Clave de consumidor',
      consumerSecret: 'Secreto de consumidor',
      privateKey: 'Clave privada',
      token: 'Token',
      tokenSecret: 'Secreto del token',
      realm: 'Realm',
    },
    custom: {name: 'Credenciales'},
    none: {name: 'No se necesitan credenciales'},
  },
  diagnostics: {
    definition_unknown_type: 'Esta página todavía no admite este método de conexión.',
    definition_limit_exceeded: 'La descripción es demasiado grande.',
    other: 'La descripción contiene un error.',
  },

  title: (connector) => `Conectar ${connector}`,
  titleEditing: (connector) => `Editar la conexión con ${connector}`,
  pickerLegend: 'Elija un método de conexión',
  filterLabel: 'Buscar un método de conexión',
  filterResult: (shown, all) =>
    shown
      ? counted(all, {
          one: (number) => `${written(shown)} de ${number} método de conexión`,
          many: (number) => `${written(shown)} de ${number} de métodos de conexión`,
          other: (number) => `${written(shown)} de ${number} métodos de conexión`,
        })
      : 'No hay resultados. Pruebe con menos letras.',
  incomplete: 'Hay más métodos de conexión de los que se pueden mostrar aquí.',
  recommended: 'Recomendado',
  deprecated: 'Dejará de ofrecerse',
  unavailable: 'No disponible',
  pickFirst: 'Elija primero un método de conexión',

  optional: 'opcional',
  advanced: 'Configuración avanzada',
  docsLink: '¿Dónde puedo encontrar esto?',
  instructions: 'Instrucciones',
  newTab: 'se abre en una pestaña nueva',
  example: (example) => `Ejemplo: ${example}`,
  show: 'Mostrar',
  hide: 'Ocultar',
  shown: (label) => `«${label}» está visible`,
  hidden: (label) => `«${label}» ya no está visible`,
  choose: 'Elegir…',
  preset: 'Este valor ya está configurado.',
  stored: {
    kept: 'Hay un valor guardado. Para conservarlo, deje este campo en blanco.',
    replaced: 'Lo que introduzca reemplazará el valor guardado.',
    cleared: 'El valor se eliminará cuando guarde los cambios.',
  },
  insist: 'Usar de todos modos',

  submit: 'Conectar',
  authorize: 'Continuar para iniciar sesión',
  save: 'Guardar cambios',
  pending: 'Conectando…',
  test: 'Probar la conexión',
  testing: 'Probando…',
  verified: 'La conexión funciona',
  saveUntested: 'Guardar sin probar',
  edit: 'Editar',
  cancel: 'Cancelar',
  cancelled: 'Operación cancelada. No se ha perdido nada de lo que introdujo.',
  errorPrefix: 'Error:',
  summary: (count) =>
    counted(count, {
      one: (number) => `Hay ${number} campo por revisar`,
      many: (number) => `Hay ${number} de campos por revisar`,
      other: (number) => `Hay ${number} campos por revisar`,
    }),
  loadFailed:
    'Esta página no ha podido cargar todo lo que necesita. Revise su conexión a Internet e inténtelo de nuevo.',
  success: (connector) => `Se ha establecido la conexión con ${connector}`,
  account: (account) => `Sesión iniciada como ${account}`,

  loading: 'Cargando…',
  empty: (connector) => `${connector} todavía no ofrece ningún método de conexión.`,
  failed: 'No se puede mostrar este formulario.',

  rejected:
    'No ha funcionado. No se ha perdido nada de lo que introdujo; revíselo e inténtelo de nuevo.',
  timedOut: 'Ha tardado demasiado. No se ha perdido nada de lo que introdujo; inténtelo de nuevo.',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}: ${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `En el campo «${label}», introduzca un número, por ejemplo, 1.5`,
    field_too_small: ({label, params}) =>
      `El valor del campo «${label}» debe ser ${params['min']} o más`,
    field_too_large: ({label, params}) =>
      `El valor del campo «${label}» debe ser ${params['max']} o menos`,
    field_too_short: ({label, params}) =>
      `El valor del campo «${label}» es demasiado corto: debe tener al menos ${characters(params['minLength'])}`,
    field_too_long: ({label, params}) =>
      `El valor del campo «${label}» es demasiado largo: debe tener como máximo ${characters(params['maxLength'])}`,
    field_option: ({label}) => `En el campo «${label}», elija una opción de la lista`,
    field_pair_name: ({label}) => `En el campo «${label}», introduzca un nombre para cada valor`,
    field_file_reading: ({label}) =>
      `Espere a que termine la lectura del archivo del campo «${label}»`,
    field_file_several: ({label}) => `Elija un solo archivo para el campo «${label}»`,
    field_file_empty: ({label}) => `El archivo del campo «${label}» está vacío: elija otro`,
    field_file_too_large: ({label, params}) =>
      `El archivo del campo «${label}» es demasiado grande: ${params['maximum']} como máximo`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `El archivo del campo «${label}» no es texto en UTF-8: elija otro`
        : `No se puede leer el archivo del campo «${label}»: vuelva a elegirlo`,
    field_pattern: ({label, example}) =>
      `Revise el campo «${label}»: el formato esperado es distinto${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `En el campo «${label}», introduzca ${FORMATS[String(params['format'])] ?? 'un valor con el formato descrito'}${suchAs(example)}`,
    field_colon: ({label}) => `El campo «${label}» no puede contener dos puntos (:)`,
    field_cookie: ({label}) =>
      `El campo «${label}» no puede contener espacios, comas, comillas ni punto y coma`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `En el campo «${label}», introduzca una dirección web que empiece por https:// y termine después del nombre de host${suchAs(example)}`
        : `En el campo «${label}», introduzca solo el valor solicitado, sin https:// ni barras (/)${suchAs(example)}`,
    template_variable_missing: enter,
    other: ({label}) => `Revise el campo «${label}»`,
  },

  storedMethodGone:
    'El método con el que se creó esta conexión ya no se ofrece. Elija otro e introduzca los datos correspondientes.',
  storedMethodChanged:
    'Este método de conexión ha cambiado desde entonces. Vuelva a introducir los datos correspondientes.',
  replace: 'Reemplazar',
  remove: 'Eliminar',
  undo: 'Deshacer',
  authorizeAgain: 'Volver a iniciar sesión',
  authorizationKept: 'Los permisos que ya concedió no cambian.',
  authorizationDue: 'Para guardar estos cambios, tendrá que volver a iniciar sesión.',
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Texto seleccionado. Pulse Ctrl+C o ⌘C para copiarlo.',
  redirectUri: 'URL de redirección',
  redirectUriHelp: (connector) =>
    `Introduzca esta dirección en la configuración de su aplicación en ${connector}.`,
  optionFilter: 'Buscar en la lista',
  optionResult: (count) =>
    count
      ? counted(count, {
          one: (number) => `${number} opción en la lista`,
          many: (number) => `${number} de opciones en la lista`,
          other: (number) => `${number} opciones en la lista`,
        })
      : 'No hay resultados. Pruebe con menos letras.',
  moreOptions: (shown, all) =>
    `${written(shown)} de ${written(all)}. Siga escribiendo para ver las demás.`,
  chosenOptions: (count) =>
    counted(count, {
      one: (number) => `${number} opción elegida`,
      many: (number) => `${number} de opciones elegidas`,
      other: (number) => `${number} opciones elegidas`,
    }),
  chooseFile: 'Elegir un archivo',
  dropFile: 'o suéltelo aquí',
  unnamedFile: 'Un archivo',
  pairName: 'Nombre',
  pairValue: 'Valor',
  addPair: 'Añadir otra entrada',

  destination: (place) => `Iniciará sesión en ${place}`,
  scopesTitle: (connector) => `Permisos que concede en ${connector}`,
  authorized: 'Ha iniciado sesión.',
  opening: (connector) => `Conectando con ${connector}…`,
  authorizing: {
    preparing: 'Abriendo la ventana…',
    waiting: 'Complete el proceso en la otra ventana.',
    'possibly-closed': '¿Ha cerrado la ventana? Inténtelo de nuevo o cancele.',
    blocked: 'Su navegador ha bloqueado la ventana.',
    settled: '',
  },
  expiring: 'Este inicio de sesión caducará en un minuto.',
  reopen: 'Mostrar la ventana',
  tryAgain: 'Intentar de nuevo',

  keepWaiting: 'Seguir esperando',
  openLink: (origin) => `Continuar a ${origin}`,
  thisTab: 'Continuar en esta pestaña',
  allowPopups:
    'Para que la ventana se abra automáticamente, permita las ventanas emergentes en este sitio.',
  embedded:
    'Esta página se muestra dentro de otro sitio. Es posible que no detecte que ha iniciado sesión: en ese caso, podrá pegar aquí la dirección de la última página mostrada.',
  pasteTitle: '¿Se ha abierto otra página y aquí no ocurre nada?',
  pasteLabel: 'Pegue la dirección de esa página',
  pasteSubmit: 'Usar esta dirección',
  pasteFailed: 'Esta dirección no es la que completa este inicio de sesión. Cópiela entera.',
  secretAgain: 'Vuelva a introducir este valor. No se conservó mientras iniciaba sesión.',
  authorizationProblems: {
    authorization_unavailable:
      'Esta página no está configurada para este inicio de sesión. Elija otro método o avise a los responsables de la página.',
    insecure_context: 'Para iniciar sesión se necesita una página segura (https).',
    transport_unavailable:
      'Esta página no puede recibir la respuesta de una ventana de inicio de sesión. Abra la página en una ventana aparte e inténtelo de nuevo.',
    storage_unavailable:
      'Este navegador no conserva nada para esta página, por lo que el inicio de sesión no puede continuar en esta pestaña.',
    prepare_failed: 'No se ha podido preparar el inicio de sesión. Inténtelo de nuevo.',
    prepare_timeout:
      'La preparación del inicio de sesión ha tardado demasiado. Inténtelo de nuevo.',
    authorize_url_invalid:
      'La dirección de inicio de sesión contiene un error. Avise a los responsables de esta página.',
    authorize_url_forbidden:
      'Esta página no puede enviarle a esa dirección. Revise lo que ha introducido o avise a los responsables de la página.',
    state_missing:
      'La dirección de inicio de sesión no tiene la protección necesaria. Avise a los responsables de esta página.',
    popup_blocked:
      'Su navegador ha bloqueado la ventana de inicio de sesión. Permita las ventanas emergentes en este sitio e inténtelo de nuevo.',
    popup_unavailable:
      'Esta página está incrustada de una forma que impide abrir ventanas de inicio de sesión.',
    popup_closed:
      'La ventana de inicio de sesión se ha cerrado. No se ha perdido nada de lo que introdujo.',
    flow_timeout:
      'No ha llegado ninguna respuesta de la ventana de inicio de sesión. Inténtelo de nuevo.',
    redirect_state_invalid: 'No se ha podido continuar este inicio de sesión. Empiece de nuevo.',
    issuer_missing:
      'La respuesta no indica quién la envió, así que no se ha utilizado. Avise a los responsables de esta página.',
    issuer_mismatch:
      'La respuesta no procede del remitente esperado, así que no se ha utilizado. Avise a los responsables de esta página.',
    response_malformed:
      'No se ha podido leer la respuesta del inicio de sesión. Inténtelo de nuevo.',
    response_unsupported:
      'La respuesta del inicio de sesión es de un tipo que no se puede utilizar de forma segura. Avise a los responsables de esta página.',
    oauth1_token_mismatch:
      'La respuesta corresponde a otro inicio de sesión, así que no se ha utilizado. Inténtelo de nuevo.',
    verifier_missing:
      'La respuesta del inicio de sesión no incluye la verificación necesaria. Inténtelo de nuevo.',
    access_denied:
      'Ha rechazado el acceso o el servicio lo ha denegado. Puede intentarlo de nuevo.',
    provider_error: 'El inicio de sesión ha terminado con un error. Inténtelo de nuevo.',
    other: 'El inicio de sesión ha fallado. Inténtelo de nuevo.',
  },
  offline: 'Parece que no tiene conexión a Internet.',
  unreachable:
    'Esta página está incrustada de una forma que puede impedir que le llegue la respuesta.',
  providerSays: (description) => `Mensaje del servicio: ${description}`,

  strays: {
    space: 'Hay un espacio antes o después.',
    invisible: 'Contiene caracteres que no se ven.',
    quotes: 'Está entre comillas.',
    scheme: 'Empieza con una palabra que no forma parte de la clave.',
    assignment: 'Empieza con un nombre, como en un archivo de configuración.',
    address: 'Es una dirección completa.',
    lineBreaks: 'Estaba en varias líneas.',
    pem: 'Faltan los saltos de línea de esta clave.',
    several: 'Aquí hay más que el valor.',
  },
  mend: 'Corregir',
  useText: (text) => `Usar «${text}»`,
  mended: 'Corregido.',
  resembles: (label, method) => `Parece «${label}»${method && ` de «${method}»`}.`,
  move: 'Mover allí',
  moved: 'Movido aquí.',
  fillOffer: (count) => `Valores encontrados para este formulario: ${written(count)}.`,
  fill: 'Rellenar',
  nothingFits: 'No hay nada para este formulario.',
  notNow: 'No, gracias',
  filled: (count) => `Campos rellenados: ${written(count)}.`,

  dialog: {
    label: 'Conectar una aplicación',
    close: 'Cerrar',
    done: 'Listo',
    question: '¿Descartar lo que ha introducido?',
    keep: 'Seguir editando',
    discard: 'Descartar',
  },
};
