import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('ja');
const count = (number: unknown) => counted(Number(number), {other: (written) => written});

const suchAs = (example: string | undefined) => (example ? `（例：${example}）` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'メールアドレス',
  url: 'https://で始まるURL',
  origin: 'ホスト名で終わるURL',
  hostname: 'https://を除いたホスト名',
  'dns-label': '半角英数字とハイフンのみ',
  uuid: '英数字32文字をハイフンで区切ったID',
  pem: '改行を含むPEMブロック全体（-----BEGINから-----ENDまで）',
  json: 'JSON形式のデータ',
  base64: 'Base64形式のデータ',
};

const enter = ({label, chosen}: FieldContext) =>
  chosen ? `「${label}」を選択してください` : `「${label}」を入力してください`;

/** Every word that Keyslot shows, in Japanese. */
export const ja: Messages = {
  language: 'ja',
  kinds: {
    basic: {name: 'ユーザー名とパスワード', username: 'ユーザー名', password: 'パスワード'},
    token: {name: 'アクセストークン', token: 'アクセストークン'},
    'api-key': {name: 'APIキー', apiKey: 'APIキー'},
    'oauth2-client-credentials': {
      name: 'クライアント認証情報',
      clientId: 'クライアントID',
      clientSecret: 'クライアントシークレット',
      privateKey: '秘密鍵',
      scope: 'スコープ',
    },
    'oauth2-authorization-code': {
      name: 'ログイン',
      clientId: 'クライアントID',
      clientSecret: 'クライアントシークレット',
    },
    oauth1: {
      name: '署名付きリクエスト',
      consumerKey: 'コンシューマーキー',
      consumerSecret: 'コンシューマーシークレット',
      privateKey: '秘密鍵',
      token: 'トークン',
      tokenSecret: 'トークンシークレット',
      realm: 'レルム',
    },
    custom: {name: '認証情報'},
    none: {name: '認証情報は不要'},
  },
  diagnostics: {
    definition_unknown_type: 'このページは、この接続方法にまだ対応していません。',
    definition_limit_exceeded: '定義が大きすぎるため、利用できません。',
    other: '定義に誤りがあるため、利用できません。',
  },

  title: (connector) => `${connector}に接続`,
  titleEditing: (connector) => `${connector}への接続を編集`,
  pickerLegend: '接続方法を選択',
  filterLabel: '接続方法を検索',
  filterResult: (shown, all) =>
    shown
      ? `接続方法：${count(all)}件中${count(shown)}件`
      : '一致するものがありません。文字数を減らしてお試しください。',
  incomplete: 'ここに表示しきれない接続方法がほかにもあります。',
  recommended: 'おすすめ',
  deprecated: '廃止予定',
  unavailable: '利用不可',
  pickFirst: '先に接続方法を選択してください',

  optional: '任意',
  advanced: '詳細設定',
  docsLink: 'どこで確認できますか？',
  instructions: '手順',
  newTab: '新しいタブで開きます',
  example: (example) => `例：${example}`,
  show: '表示',
  hide: '非表示',
  shown: (label) => `「${label}」を表示しています`,
  hidden: (label) => `「${label}」を非表示にしています`,
  choose: '選択してください',
  preset: 'すでに設定されています。',
  stored: {
    kept: '保存済みです。変更しない場合は空欄のままにしてください。',
    replaced: '保存済みの値は、入力した内容に置き換わります。',
    cleared: '保存すると削除されます。',
  },
  insist: 'このまま使用',

  submit: '接続',
  authorize: 'ログインに進む',
  save: '変更を保存',
  pending: '接続中…',
  test: '接続をテスト',
  testing: 'テスト中…',
  verified: '接続できることを確認しました',
  saveUntested: 'テストせずに保存',
  edit: '編集',
  cancel: 'キャンセル',
  cancelled: 'キャンセルしました。入力した内容は残っています。',
  errorPrefix: 'エラー：',
  summary: (number) => `確認が必要な項目が${count(number)}件あります`,
  loadFailed:
    '必要なデータの一部を読み込めませんでした。インターネット接続を確認して、もう一度お試しください。',
  success: (connector) => `${connector}に接続しました`,
  account: (account) => `${account}としてログイン中`,

  loading: '読み込み中…',
  empty: (connector) => `${connector}で利用できる接続方法はまだありません。`,
  failed: 'このフォームを表示できません。',

  rejected:
    'うまくいきませんでした。入力した内容は残っています。確認して、もう一度お試しください。',
  timedOut: '時間内に完了しませんでした。入力した内容は残っています。もう一度お試しください。',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}：${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `「${label}」には、数値を入力してください（例：1.5）`,
    field_too_small: ({label, params}) => `「${label}」は${params['min']}以上にしてください`,
    field_too_large: ({label, params}) => `「${label}」は${params['max']}以下にしてください`,
    field_too_short: ({label, params}) =>
      `「${label}」が短すぎます（${count(params['minLength'])}文字以上）`,
    field_too_long: ({label, params}) =>
      `「${label}」が長すぎます（${count(params['maxLength'])}文字以内）`,
    field_option: ({label}) => `「${label}」はリストから選択してください`,
    field_pair_name: ({label}) => `「${label}」のそれぞれの値に名前を入力してください`,
    field_file_reading: ({label}) => `「${label}」のファイルの読み込みが終わるまでお待ちください`,
    field_file_several: ({label}) => `「${label}」のファイルは1つだけ選択してください`,
    field_file_empty: ({label}) =>
      `「${label}」のファイルが空のため、別のファイルを選択してください`,
    field_file_too_large: ({label, params}) =>
      `「${label}」のファイルが大きすぎます（最大${params['maximum']}）`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `「${label}」のファイルがUTF-8のテキストではないため、別のファイルを選択してください`
        : `「${label}」のファイルを読み取れないため、もう一度選択してください`,
    field_pattern: ({label, example}) =>
      `「${label}」の形式が正しいか確認してください${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `「${label}」には、${FORMATS[String(params['format'])] ?? '説明どおりの値'}を入力してください${suchAs(example)}`,
    field_colon: ({label}) => `「${label}」はコロン（:）を含めずに入力してください`,
    field_cookie: ({label}) =>
      `「${label}」はスペース、カンマ、引用符、セミコロンを含めずに入力してください`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `「${label}」には、https://で始まりホスト名で終わるURLを入力してください${suchAs(example)}`
        : `https://やスラッシュ（/）を除いて、「${label}」だけを入力してください${suchAs(example)}`,
    template_variable_missing: enter,
    other: ({label}) => `「${label}」を確認してください`,
  },

  storedMethodGone:
    'この接続に使用した方法は、現在提供されていません。別の方法を選んで、必要な情報を入力してください。',
  storedMethodChanged:
    'この接続方法は、前回の設定後に変更されました。必要な情報をもう一度入力してください。',
  replace: '置き換え',
  remove: '削除',
  undo: '元に戻す',
  authorizeAgain: 'もう一度ログイン',
  authorizationKept: '以前に許可した内容はそのまま変わりません。',
  authorizationDue: '変更を保存するときに、もう一度ログインが必要です。',
  copy: 'コピー',
  copied: 'コピーしました',
  copyByHand: '選択しました。Ctrl+Cまたは⌘Cを押してコピーしてください。',
  redirectUri: 'リダイレクトURL',
  redirectUriHelp: (connector) =>
    `このURLを、${connector}のアプリケーション設定に登録してください。`,
  optionFilter: 'リスト内を検索',
  optionResult: (number) =>
    number
      ? `リストに${count(number)}件`
      : '一致するものがありません。文字数を減らしてお試しください。',
  moreOptions: (shown, all) =>
    `${count(all)}件中${count(shown)}件を表示しています。続けて入力すると、ほかの項目が表示されます。`,
  chosenOptions: (number) => `${count(number)}件を選択中`,
  chooseFile: 'ファイルを選択',
  dropFile: 'またはここにドロップ',
  unnamedFile: 'ファイル',
  pairName: '名前',
  pairValue: '値',
  addPair: '項目を追加',

  destination: (place) => `${place}でログインします`,
  scopesTitle: (connector) => `${connector}で許可する内容`,
  authorized: 'ログインしました。',
  opening: (connector) => `${connector}に接続中…`,
  authorizing: {
    preparing: 'ウィンドウを開いています…',
    waiting: '別のウィンドウで手続きを完了してください。',
    'possibly-closed': 'ウィンドウを閉じましたか？もう一度試すか、キャンセルしてください。',
    blocked: 'ブラウザがウィンドウをブロックしました。',
    settled: '',
  },
  expiring: 'このログイン手続きは、あと1分で終了します。',
  reopen: 'ウィンドウを表示',
  tryAgain: 'もう一度試す',

  keepWaiting: 'このまま待つ',
  openLink: (origin) => `${origin}に進む`,
  thisTab: 'このタブで続ける',
  allowPopups: 'ウィンドウを自動的に開くには、このサイトのポップアップを許可してください。',
  embedded:
    'このページは別のサイトの中に表示されているため、ログインの完了を確認できないことがあります。その場合は、ログイン後に表示されたページのURLを貼り付けると続行できます。',
  pasteTitle: 'ログインが終わっても、この画面が変わりませんか？',
  pasteLabel: 'ログイン後に表示されたページのURLを貼り付けてください',
  pasteSubmit: 'このURLを使用',
  pasteFailed: 'このURLではログインを完了できません。URL全体をコピーしてください。',
  secretAgain: 'もう一度入力してください。ログイン手続きの間、この値は保存されませんでした。',
  authorizationProblems: {
    authorization_unavailable:
      'このページは、このログインを利用できるように設定されていません。別の方法を選ぶか、ページの提供元に連絡してください。',
    insecure_context: 'ログインするには、安全な（https）ページが必要です。',
    transport_unavailable:
      'このページはログインウィンドウからの応答を受け取れません。このページを単独のウィンドウで開いて、もう一度お試しください。',
    storage_unavailable:
      'このブラウザではこのページのデータを保存できないため、このタブではログインを続けられません。',
    prepare_failed: 'ログインの準備ができませんでした。もう一度お試しください。',
    prepare_timeout: 'ログインの準備が時間内に終わりませんでした。もう一度お試しください。',
    authorize_url_invalid:
      'ログイン先のURLに誤りがあります。このページの提供元に連絡してください。',
    authorize_url_forbidden:
      'このページからそのURLに移動することはできません。入力した内容を確認するか、ページの提供元に連絡してください。',
    state_missing:
      'ログイン先のURLに必要な保護が設定されていません。このページの提供元に連絡してください。',
    popup_blocked:
      'ブラウザがログインウィンドウをブロックしました。このサイトのポップアップを許可して、もう一度お試しください。',
    popup_unavailable: 'このページは、ログインウィンドウを開けない形で埋め込まれています。',
    popup_closed: 'ログインウィンドウが閉じられました。入力した内容は残っています。',
    flow_timeout: 'ログインウィンドウから応答がありませんでした。もう一度お試しください。',
    redirect_state_invalid: 'このログインを続行できませんでした。最初からやり直してください。',
    issuer_missing:
      '応答の送信元がわからないため、使用しませんでした。このページの提供元に連絡してください。',
    issuer_mismatch:
      '応答が別の送信元から届いたため、使用しませんでした。このページの提供元に連絡してください。',
    response_malformed: 'ログインの応答を読み取れませんでした。もう一度お試しください。',
    response_unsupported:
      'ログインの応答が、安全に使用できない種類のものでした。このページの提供元に連絡してください。',
    oauth1_token_mismatch:
      '応答が別のログインのものだったため、使用しませんでした。もう一度お試しください。',
    verifier_missing: 'ログインの応答に必要な確認情報が含まれていません。もう一度お試しください。',
    access_denied:
      'アクセスを許可しなかったか、接続先で拒否されました。もう一度試すことができます。',
    provider_error: 'エラーが発生したため、ログインが終了しました。もう一度お試しください。',
    other: 'ログインできませんでした。もう一度お試しください。',
  },
  offline: 'オフラインのようです。',
  unreachable: 'このページの埋め込み方により、応答が届かないことがあります。',
  providerSays: (description) => `接続先からのメッセージ：${description}`,

  strays: {
    space: '前後に空白があります。',
    invisible: '目に見えない文字が含まれています。',
    quotes: '引用符で囲まれています。',
    scheme: 'キーの一部ではない単語で始まっています。',
    assignment: '設定ファイルのように名前で始まっています。',
    address: 'アドレス全体が入力されています。',
    lineBreaks: '複数行に分かれていました。',
    pem: 'この鍵の改行が失われています。',
    several: '値以外のものが含まれています。',
  },
  mend: '修正',
  useText: (text) => `「${text}」を使う`,
  mended: '修正しました。',
  resembles: (label, method) => `${method && `「${method}」の`}「${label}」のようです。`,
  move: 'そこへ移動',
  moved: 'ここへ移動しました。',
  fillOffer: (number) => `このフォームの値が${count(number)}件含まれています。`,
  fill: '入力する',
  nothingFits: 'このフォームに合うものはありません。',
  notNow: '今はしない',
  filled: (number) => `${count(number)}件の項目に入力しました。`,

  dialog: {
    label: 'アプリケーションに接続',
    close: '閉じる',
    done: '完了',
    question: '入力した内容を破棄しますか？',
    keep: '編集を続ける',
    discard: '破棄',
  },
};
