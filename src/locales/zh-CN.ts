import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('zh-CN');
const count = (number: unknown) => counted(Number(number), {other: (written) => written});

const suchAs = (example: string | undefined) => (example ? `（例如 ${example}）` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: '电子邮件地址',
  url: '以 https:// 开头的网址',
  origin: '以主机名结尾的网址',
  hostname: '不含 https:// 的主机名',
  'dns-label': '仅由字母、数字和连字符组成的内容',
  uuid: '由 32 位字母和数字组成、带连字符的 ID',
  pem: '从 -----BEGIN 到 -----END 的完整 PEM 内容，包括其中的换行',
  json: '符合 JSON 格式的内容',
  base64: '采用 Base64 编码的内容',
};

const enter = ({label, chosen}: FieldContext) => (chosen ? `请选择“${label}”` : `请输入“${label}”`);

/** Every word that Keyslot shows, in Simplified Chinese. */
export const zhCN: Messages = {
  language: 'zh-CN',
  kinds: {
    basic: {name: '用户名和密码', username: '用户名', password: '密码'},
    token: {name: '访问令牌', token: '访问令牌'},
    'api-key': {name: 'API 密钥', apiKey: 'API 密钥'},
    'oauth2-client-credentials': {
      name: '客户端凭证',
      clientId: '客户端 ID',
      clientSecret: '客户端密钥',
      privateKey: '私钥',
      scope: '权限范围',
    },
    'oauth2-authorization-code': {
      name: '登录',
      clientId: '客户端 ID',
      clientSecret: '客户端密钥',
    },
    oauth1: {
      name: '签名请求',
      consumerKey: 'Consumer Key',
      consumerSecret: 'Consumer Secret',
      privateKey: '私钥',
      token: '令牌',
      tokenSecret: '令牌密钥',
      realm: 'Realm',
    },
    custom: {name: '凭证'},
    none: {name: '无需凭证'},
  },
  diagnostics: {
    definition_unknown_type: '此页面暂不支持这种连接方式。',
    definition_limit_exceeded: '定义内容过大，无法使用。',
    other: '定义内容有误，无法使用。',
  },

  title: (connector) => `连接 ${connector}`,
  titleEditing: (connector) => `编辑与 ${connector} 的连接`,
  pickerLegend: '选择连接方式',
  filterLabel: '查找连接方式',
  filterResult: (shown, all) =>
    shown
      ? `共 ${count(all)} 种连接方式，匹配 ${count(shown)} 种`
      : '没有匹配项。请尝试减少输入的字符。',
  incomplete: '还有其他连接方式，此处无法全部列出。',
  recommended: '推荐',
  deprecated: '即将停用',
  unavailable: '不可用',
  pickFirst: '请先选择连接方式',

  optional: '选填',
  advanced: '高级设置',
  docsLink: '在哪里可以找到？',
  instructions: '操作说明',
  newTab: '在新标签页中打开',
  example: (example) => `例如：${example}`,
  show: '显示',
  hide: '隐藏',
  shown: (label) => `“${label}”已显示`,
  hidden: (label) => `“${label}”已隐藏`,
  choose: '请选择',
  preset: '已为您设置好。',
  stored: {
    kept: '已保存。留空则保持不变。',
    replaced: '您输入的内容将替换已保存的值。',
    cleared: '保存时将移除此项。',
  },
  insist: '仍要使用',

  submit: '连接',
  authorize: '前往登录',
  save: '保存更改',
  pending: '正在连接…',
  test: '测试连接',
  testing: '正在测试…',
  verified: '连接正常',
  saveUntested: '跳过测试并保存',
  edit: '编辑',
  cancel: '取消',
  cancelled: '已取消。您输入的内容仍然保留。',
  errorPrefix: '错误：',
  summary: (number) => `有 ${count(number)} 处需要您检查`,
  loadFailed: '此页面未能加载所需的全部内容。请检查网络连接，然后重试。',
  success: (connector) => `已连接 ${connector}`,
  account: (account) => `已登录账号：${account}`,

  loading: '正在加载…',
  empty: (connector) => `${connector} 暂未提供连接方式。`,
  failed: '无法显示此表单。',

  rejected: '操作未成功。您输入的内容仍然保留，请检查后重试。',
  timedOut: '操作超时。您输入的内容仍然保留，请重试。',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}：${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `请为“${label}”输入数字（例如 1.5）`,
    field_too_small: ({label, params}) => `“${label}”不能小于 ${params['min']}`,
    field_too_large: ({label, params}) => `“${label}”不能大于 ${params['max']}`,
    field_too_short: ({label, params}) =>
      `“${label}”太短：至少应有 ${count(params['minLength'])} 个字符`,
    field_too_long: ({label, params}) =>
      `“${label}”太长：最多只能有 ${count(params['maxLength'])} 个字符`,
    field_option: ({label}) => `请从列表中选择“${label}”`,
    field_pair_name: ({label}) => `请为“${label}”的每个值输入名称`,
    field_file_reading: ({label}) => `请等待“${label}”的文件读取完毕`,
    field_file_several: ({label}) => `“${label}”只能选择一个文件`,
    field_file_empty: ({label}) => `“${label}”的文件是空的，请选择其他文件`,
    field_file_too_large: ({label, params}) =>
      `“${label}”的文件太大：不能超过 ${params['maximum']}`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `“${label}”的文件不是 UTF-8 文本，请选择其他文件`
        : `无法读取“${label}”的文件，请重新选择`,
    field_pattern: ({label, example}) => `请检查“${label}”的格式是否正确${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `请为“${label}”输入${FORMATS[String(params['format'])] ?? '符合说明的内容'}${suchAs(example)}`,
    field_colon: ({label}) => `“${label}”中不能包含冒号`,
    field_cookie: ({label}) => `“${label}”中不能包含空格、逗号、引号或分号`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `请为“${label}”输入以 https:// 开头、以主机名结尾的网址${suchAs(example)}`
        : `请只输入“${label}”${suchAs(example)}，不要包含 https:// 或斜杠`,
    template_variable_missing: enter,
    other: ({label}) => `请检查“${label}”`,
  },

  storedMethodGone: '此连接原来使用的方式已不再提供。请选择其他方式并输入相关信息。',
  storedMethodChanged: '此连接方式在您上次设置后有所变更。请重新输入相关信息。',
  replace: '替换',
  remove: '移除',
  undo: '撤销',
  authorizeAgain: '重新登录',
  authorizationKept: '您之前授予的权限保持不变。',
  authorizationDue: '保存这些更改时，您需要重新登录。',
  copy: '复制',
  copied: '已复制',
  copyByHand: '已选中。请按 Ctrl+C 或 ⌘C 复制。',
  redirectUri: '重定向地址',
  redirectUriHelp: (connector) => `请在 ${connector} 的应用设置中填写此地址。`,
  optionFilter: '在列表中查找',
  optionResult: (number) =>
    number ? `列表中有 ${count(number)} 项` : '没有匹配项。请尝试减少输入的字符。',
  moreOptions: (shown, all) =>
    `共 ${count(all)} 项，已显示 ${count(shown)} 项。继续输入可查看其他项。`,
  chosenOptions: (number) => `已选择 ${count(number)} 项`,
  chooseFile: '选择文件',
  dropFile: '或拖放到此处',
  unnamedFile: '文件',
  pairName: '名称',
  pairValue: '值',
  addPair: '再添加一项',

  destination: (place) => `您将在 ${place} 登录`,
  scopesTitle: (connector) => `您在 ${connector} 授予的权限`,
  authorized: '您已登录。',
  opening: (connector) => `正在连接 ${connector}…`,
  authorizing: {
    preparing: '正在打开窗口…',
    waiting: '请在另一个窗口中完成操作。',
    'possibly-closed': '关闭了窗口？您可以重试或取消。',
    blocked: '您的浏览器拦截了该窗口。',
    settled: '',
  },
  expiring: '此次登录将在一分钟后结束。',
  reopen: '显示窗口',
  tryAgain: '重试',

  keepWaiting: '继续等待',
  openLink: (origin) => `前往 ${origin}`,
  thisTab: '在此标签页中继续',
  allowPopups: '如需自动打开窗口，请允许此网站的弹出式窗口。',
  embedded:
    '此页面嵌在另一个网站中，可能无法得知您已登录。如果是这样，您可以粘贴登录后停留的页面地址，以继续登录。',
  pasteTitle: '登录后停留在某个页面，而这里没有变化？',
  pasteLabel: '粘贴该页面的地址',
  pasteSubmit: '使用此地址',
  pasteFailed: '此地址无法完成本次登录。请复制完整的地址。',
  secretAgain: '请重新输入。登录过程中未保留此内容。',
  authorizationProblems: {
    authorization_unavailable: '此页面尚未配置此登录方式。请选择其他方式，或联系此页面的开发者。',
    insecure_context: '登录需要使用安全的页面（https）。',
    transport_unavailable:
      '此页面无法接收登录窗口返回的结果。请在单独的窗口中打开此页面，然后重试。',
    storage_unavailable: '此浏览器无法为此页面保存数据，因此不能在此标签页中继续登录。',
    prepare_failed: '未能完成登录准备。请重试。',
    prepare_timeout: '登录准备用时过长。请重试。',
    authorize_url_invalid: '登录地址有误。请联系此页面的开发者。',
    authorize_url_forbidden: '此页面不能将您转到该地址。请检查您输入的内容，或联系此页面的开发者。',
    state_missing: '登录地址缺少必要的保护。请联系此页面的开发者。',
    popup_blocked: '您的浏览器拦截了登录窗口。请允许此网站的弹出式窗口，然后重试。',
    popup_unavailable: '此页面的嵌入方式不允许打开登录窗口。',
    popup_closed: '登录窗口已关闭。您输入的内容仍然保留。',
    flow_timeout: '没有收到登录窗口返回的结果。请重试。',
    redirect_state_invalid: '无法继续此次登录。请重新开始。',
    issuer_missing: '登录结果未说明来源，因此没有使用。请联系此页面的开发者。',
    issuer_mismatch: '登录结果来自其他来源，因此没有使用。请联系此页面的开发者。',
    response_malformed: '无法读取登录结果。请重试。',
    response_unsupported: '返回的登录结果类型不安全，无法使用。请联系此页面的开发者。',
    oauth1_token_mismatch: '此结果属于另一次登录，因此没有使用。请重试。',
    verifier_missing: '登录结果缺少必要的验证信息。请重试。',
    access_denied: '您拒绝了访问，或访问被对方平台拒绝。您可以重试。',
    provider_error: '登录因出错而终止。请重试。',
    other: '登录未成功。请重试。',
  },
  offline: '您似乎没有连接网络。',
  unreachable: '此页面的嵌入方式可能使它收不到登录结果。',
  providerSays: (description) => `对方平台的提示：${description}`,

  strays: {
    space: '前面或后面有空格。',
    invisible: '其中有看不见的字符。',
    quotes: '内容带有引号。',
    scheme: '开头的单词不属于密钥。',
    assignment: '开头是名称，就像在配置文件中那样。',
    address: '这是一个完整的地址。',
    lineBreaks: '内容原本分为多行。',
    pem: '此密钥的换行符已丢失。',
    several: '这里不只有值本身。',
  },
  mend: '修正',
  useText: (text) => `使用“${text}”`,
  mended: '已修正。',
  resembles: (label, method) => `这看起来像${method && `“${method}”的`}“${label}”。`,
  move: '移到那里',
  moved: '已移到这里。',
  fillOffer: (number) => `其中有 ${count(number)} 个值适用于此表单。`,
  fill: '填入',
  nothingFits: '其中没有适用于此表单的内容。',
  notNow: '不用了',
  filled: (number) => `已填写 ${count(number)} 个字段。`,

  dialog: {
    label: '连接应用',
    close: '关闭',
    done: '完成',
    question: '要放弃您输入的内容吗？',
    keep: '继续编辑',
    discard: '放弃',
  },
};
