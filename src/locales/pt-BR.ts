import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('pt-BR');

const number = (count: number) => counted(count, {other: (written) => written});

const ways = (count: number) =>
  counted(count, {
    one: (written) => `${written} forma de conexão`,
    many: (written) => `${written} de formas de conexão`,
    other: (written) => `${written} formas de conexão`,
  });

const options = (count: number) =>
  counted(count, {
    one: (written) => `${written} opção`,
    many: (written) => `${written} de opções`,
    other: (written) => `${written} opções`,
  });

const characters = (count: string | number | boolean | undefined) =>
  `${count} ${count === 1 ? 'caractere' : 'caracteres'}`;

const suchAs = (example: string | undefined) => (example ? `, por exemplo, ${example}` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'um endereço de e-mail',
  url: 'um endereço da web que comece com https://',
  origin: 'um endereço da web que termine logo após o nome do host',
  hostname: 'um nome de host, sem https://',
  'dns-label': 'apenas letras sem acento, números e hifens',
  uuid: 'um ID de 32 letras e números, com hifens',
  pem: 'um bloco PEM completo, de -----BEGIN a -----END, com as quebras de linha',
  json: 'um texto em JSON',
  base64: 'um texto em Base64',
};

const enter = ({label, chosen}: FieldContext) =>
  chosen ? `Selecione “${label}”` : `Informe “${label}”`;

/** Every word that Keyslot shows, in the Portuguese of Brazil. */
export const ptBR: Messages = {
  language: 'pt-BR',
  kinds: {
    basic: {name: 'Nome de usuário e senha', username: 'Nome de usuário', password: 'Senha'},
    token: {name: 'Token de acesso', token: 'Token de acesso'},
    'api-key': {name: 'Chave de API', apiKey: 'Chave de API'},
    'oauth2-client-credentials': {
      name: 'Credenciais do cliente',
      clientId: 'ID do cliente',
      clientSecret: 'Segredo do cliente',
      privateKey: 'Chave privada',
      scope: 'Escopo',
    },
    'oauth2-authorization-code': {
      name: 'Fazer login',
      clientId: 'ID do cliente',
      clientSecret: 'Segredo do cliente',
    },
    oauth1: {
      name: 'Solicitações assinadas',
      consumerKey: 'Chave do consumidor',
      consumerSecret: 'Segredo do consumidor',
      privateKey: 'Chave privada',
      token: 'Token',
      tokenSecret: 'Segredo do token',
      realm: 'Realm',
    },
    custom: {name: 'Credenciais'},
    none: {name: 'Nenhuma credencial necessária'},
  },
  diagnostics: {
    definition_unknown_type: 'Esta página ainda não oferece suporte a esta forma de conexão.',
    definition_limit_exceeded: 'A descrição desta forma de conexão é grande demais.',
    other: 'A descrição desta forma de conexão contém um erro.',
  },

  title: (connector) => `Conectar ${connector}`,
  titleEditing: (connector) => `Editar a conexão com ${connector}`,
  pickerLegend: 'Escolha como conectar',
  filterLabel: 'Buscar uma forma de conexão',
  filterResult: (shown, all) =>
    shown ? `${number(shown)} de ${ways(all)}` : 'Nenhum resultado. Tente com menos letras.',
  incomplete: 'Há mais formas de conexão do que é possível listar aqui.',
  recommended: 'Recomendado',
  deprecated: 'Em desativação',
  unavailable: 'Indisponível',
  pickFirst: 'Escolha primeiro como conectar',

  optional: 'opcional',
  advanced: 'Configurações avançadas',
  docsLink: 'Onde encontro isso?',
  instructions: 'Instruções',
  newTab: 'abre em uma nova guia',
  example: (example) => `Exemplo: ${example}`,
  show: 'Mostrar',
  hide: 'Ocultar',
  shown: (label) => `O conteúdo de “${label}” está visível`,
  hidden: (label) => `O conteúdo de “${label}” está oculto`,
  choose: 'Selecione…',
  preset: 'Este valor já está definido para você.',
  stored: {
    kept: 'Valor salvo. Deixe em branco para mantê-lo.',
    replaced: 'O que você informar substituirá o valor salvo.',
    cleared: 'O valor será removido quando você salvar.',
  },
  insist: 'Usar mesmo assim',

  submit: 'Conectar',
  authorize: 'Continuar para o login',
  save: 'Salvar alterações',
  pending: 'Conectando…',
  test: 'Testar conexão',
  testing: 'Testando…',
  verified: 'A conexão está funcionando',
  saveUntested: 'Salvar sem testar',
  edit: 'Editar',
  cancel: 'Cancelar',
  cancelled: 'Cancelado. O que você preencheu continua aqui.',
  errorPrefix: 'Erro:',
  summary: (count) =>
    counted(count, {
      one: () => 'Um campo precisa da sua atenção',
      many: (written) => `${written} de campos precisam da sua atenção`,
      other: (written) => `${written} campos precisam da sua atenção`,
    }),
  loadFailed:
    'Não foi possível carregar tudo de que esta página precisa. Verifique sua conexão com a internet e tente novamente.',
  success: (connector) => `Conexão com ${connector} concluída`,
  account: (account) => `Login feito como ${account}`,

  loading: 'Carregando…',
  empty: (connector) => `${connector} ainda não oferece nenhuma forma de conexão.`,
  failed: 'Não é possível mostrar este formulário.',

  rejected: 'Não deu certo. O que você preencheu continua aqui; confira e tente novamente.',
  timedOut: 'Demorou demais. O que você preencheu continua aqui; tente novamente.',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}: ${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `Em “${label}”, informe um número, por exemplo, 1.5`,
    field_too_small: ({label, params}) =>
      `O valor de “${label}” deve ser no mínimo ${params['min']}`,
    field_too_large: ({label, params}) =>
      `O valor de “${label}” deve ser no máximo ${params['max']}`,
    field_too_short: ({label, params}) =>
      `O valor de “${label}” é curto demais: use pelo menos ${characters(params['minLength'])}`,
    field_too_long: ({label, params}) =>
      `O valor de “${label}” é longo demais: use no máximo ${characters(params['maxLength'])}`,
    field_option: ({label}) => `Em “${label}”, selecione uma opção da lista`,
    field_pair_name: ({label}) => `Informe um nome para cada valor de “${label}”`,
    field_file_reading: ({label}) => `Aguarde até que o arquivo de “${label}” seja lido`,
    field_file_several: ({label}) => `Selecione apenas um arquivo para “${label}”`,
    field_file_empty: ({label}) => `O arquivo de “${label}” está vazio: selecione outro`,
    field_file_too_large: ({label, params}) =>
      `O arquivo de “${label}” é grande demais: o máximo é ${params['maximum']}`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `O arquivo de “${label}” não é um texto em UTF-8: selecione outro`
        : `Não foi possível ler o arquivo de “${label}”: selecione-o novamente`,
    field_pattern: ({label, example}) =>
      `Confira “${label}”: o formato esperado é outro${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `Em “${label}”, informe ${FORMATS[String(params['format'])] ?? 'um valor no formato descrito'}${suchAs(example)}`,
    field_colon: ({label}) => `Informe “${label}” sem dois-pontos`,
    field_cookie: ({label}) =>
      `Informe “${label}” sem espaços, vírgulas, aspas nem ponto e vírgula`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `Em “${label}”, informe um endereço da web que comece com https:// e termine logo após o nome do host${suchAs(example)}`
        : `Informe apenas “${label}”, sem https:// nem barras${suchAs(example)}`,
    template_variable_missing: enter,
    other: ({label}) => `Confira “${label}”`,
  },

  storedMethodGone:
    'A forma como esta conexão foi criada não está mais disponível. Escolha outra e informe os dados dela.',
  storedMethodChanged: 'Esta forma de conexão mudou desde então. Informe os dados novamente.',
  replace: 'Substituir',
  remove: 'Remover',
  undo: 'Desfazer',
  authorizeAgain: 'Fazer login novamente',
  authorizationKept: 'O que você autorizou antes continua como está.',
  authorizationDue: 'Para salvar estas alterações, será preciso fazer login novamente.',
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Texto selecionado. Pressione Ctrl+C ou ⌘C para copiar.',
  redirectUri: 'Endereço de redirecionamento',
  redirectUriHelp: (connector) =>
    `Informe este endereço nas configurações do seu aplicativo em ${connector}.`,
  optionFilter: 'Buscar na lista',
  optionResult: (count) =>
    count ? `${options(count)} na lista` : 'Nenhum resultado. Tente com menos letras.',
  moreOptions: (shown, all) =>
    `${number(shown)} de ${options(all)}. Continue digitando para ver as outras.`,
  chosenOptions: (count) =>
    count
      ? counted(count, {
          one: (written) => `${written} opção selecionada`,
          many: (written) => `${written} de opções selecionadas`,
          other: (written) => `${written} opções selecionadas`,
        })
      : 'Nenhuma opção selecionada',
  chooseFile: 'Selecionar um arquivo',
  dropFile: 'ou solte-o aqui',
  unnamedFile: 'Um arquivo',
  pairName: 'Nome',
  pairValue: 'Valor',
  addPair: 'Adicionar mais',

  destination: (place) => `Você fará login em ${place}`,
  scopesTitle: (connector) => `O que você autoriza em ${connector}`,
  authorized: 'Login concluído.',
  opening: (connector) => `Conectando ${connector}…`,
  authorizing: {
    preparing: 'Abrindo a janela…',
    waiting: 'Conclua o login na outra janela.',
    'possibly-closed': 'Fechou a janela? Tente novamente ou cancele.',
    blocked: 'Seu navegador bloqueou a janela.',
    settled: '',
  },
  expiring: 'O tempo para este login termina em um minuto.',
  reopen: 'Mostrar a janela',
  tryAgain: 'Tentar novamente',

  keepWaiting: 'Continuar aguardando',
  openLink: (origin) => `Continuar para ${origin}`,
  thisTab: 'Continuar nesta guia',
  allowPopups: 'Permita pop-ups neste site para que a janela se abra sozinha.',
  embedded:
    'Esta página está sendo exibida dentro de outro site. Talvez ela não perceba que você fez login: nesse caso, você poderá colar aqui o endereço da página em que terminar.',
  pasteTitle: 'Terminou em uma página e nada acontece aqui?',
  pasteLabel: 'Cole o endereço dessa página',
  pasteSubmit: 'Usar este endereço',
  pasteFailed: 'Este não é o endereço em que este login termina. Copie o endereço inteiro.',
  secretAgain: 'Informe este valor novamente. Ele não foi guardado durante o login.',
  authorizationProblems: {
    authorization_unavailable:
      'Esta página não está configurada para este login. Escolha outra forma de conexão ou avise os responsáveis pela página.',
    insecure_context: 'O login exige uma página segura (https).',
    transport_unavailable:
      'Esta página não consegue receber a resposta de uma janela de login. Abra a página em uma janela própria e tente novamente.',
    storage_unavailable:
      'Este navegador não guarda nada para esta página, por isso não é possível continuar o login nesta guia.',
    prepare_failed: 'Não foi possível preparar o login. Tente novamente.',
    prepare_timeout: 'A preparação do login demorou demais. Tente novamente.',
    authorize_url_invalid:
      'O endereço para fazer login contém um erro. Avise os responsáveis por esta página.',
    authorize_url_forbidden:
      'Esta página não pode enviar você para esse endereço. Confira o que você preencheu ou avise os responsáveis pela página.',
    state_missing:
      'O endereço para fazer login está sem a proteção necessária. Avise os responsáveis por esta página.',
    popup_blocked:
      'Seu navegador bloqueou a janela de login. Permita pop-ups neste site e tente novamente.',
    popup_unavailable: 'Esta página está incorporada de um modo que impede janelas de login.',
    popup_closed: 'A janela de login foi fechada. O que você preencheu continua aqui.',
    flow_timeout: 'Não houve resposta da janela de login. Tente novamente.',
    redirect_state_invalid: 'Não foi possível continuar este login. Comece de novo.',
    issuer_missing:
      'A resposta não informa quem a enviou, por isso não foi usada. Avise os responsáveis por esta página.',
    issuer_mismatch:
      'A resposta veio de outro remetente, por isso não foi usada. Avise os responsáveis por esta página.',
    response_malformed: 'Não foi possível ler a resposta do login. Tente novamente.',
    response_unsupported:
      'A resposta do login é de um tipo que não pode ser usado com segurança. Avise os responsáveis por esta página.',
    oauth1_token_mismatch:
      'A resposta pertence a outro login, por isso não foi usada. Tente novamente.',
    verifier_missing: 'A resposta do login veio sem a comprovação necessária. Tente novamente.',
    access_denied:
      'Você recusou o acesso ou ele foi negado pelo serviço. Você pode tentar novamente.',
    provider_error: 'O login terminou com um erro. Tente novamente.',
    other: 'O login não deu certo. Tente novamente.',
  },
  offline: 'Parece que você está sem conexão com a internet.',
  unreachable:
    'Esta página está incorporada de um modo que pode impedir que a resposta chegue até ela.',
  providerSays: (description) => `Mensagem do serviço: ${description}`,

  strays: {
    space: 'Há um espaço antes ou depois.',
    invisible: 'Há caracteres que não podem ser vistos.',
    quotes: 'O texto está entre aspas.',
    scheme: 'Começa com uma palavra que não faz parte da chave.',
    assignment: 'Começa com um nome, como em um arquivo de configuração.',
    address: 'Este é um endereço completo.',
    lineBreaks: 'O texto estava em várias linhas.',
    pem: 'Faltam as quebras de linha desta chave.',
    several: 'Há mais aqui do que o próprio valor.',
  },
  mend: 'Corrigir',
  useText: (text) => `Usar “${text}”`,
  mended: 'Corrigido.',
  resembles: (label, method) => `Isto parece “${label}”${method && ` de “${method}”`}.`,
  move: 'Mover para lá',
  moved: 'Movido para cá.',
  fillOffer: (count) =>
    counted(count, {other: (written) => `Valores encontrados para este formulário: ${written}.`}),
  fill: 'Preencher',
  nothingFits: 'Não há nada para este formulário.',
  notNow: 'Não, obrigado',
  filled: (count) => counted(count, {other: (written) => `Campos preenchidos: ${written}.`}),

  dialog: {
    label: 'Conectar um aplicativo',
    close: 'Fechar',
    done: 'Concluir',
    question: 'Descartar o que você preencheu?',
    keep: 'Continuar editando',
    discard: 'Descartar',
  },
};
