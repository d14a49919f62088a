import {countedIn} from '../messages/counted.js';
import type {FieldContext, Messages} from '../messages/messages.js';

const counted = countedIn('ar');

const number = (count: number) => counted(count, {other: (written) => written});

const ways = (count: number) =>
  counted(count, {
    one: () => 'طريقة ربط واحدة',
    two: () => 'طريقتا ربط',
    few: (written) => `${written} طرق ربط`,
    many: (written) => `${written} طريقة ربط`,
    other: (written) => `${written} طريقة ربط`,
  });

const options = (count: number) =>
  counted(count, {
    one: () => 'خيار واحد',
    two: () => 'خياران',
    few: (written) => `${written} خيارات`,
    many: (written) => `${written} خيارًا`,
    other: (written) => `${written} خيار`,
  });

const suchAs = (example: string | undefined) => (example ? `، مثل ${example}` : '');

const FORMATS: Readonly<Record<string, string>> = {
  email: 'عنوان بريد إلكتروني',
  url: 'عنوان ويب يبدأ بـ https://',
  origin: 'عنوان ويب ينتهي عند اسم المضيف',
  hostname: 'اسم مضيف من دون https://',
  'dns-label': 'أحرفًا لاتينية وأرقامًا وشرطات (-) فقط',
  uuid: 'معرّفًا من 32 حرفًا ورقمًا تفصل بينها شرطات',
  pem: 'كتلة PEM كاملة، من سطر BEGIN إلى سطر END مع فواصل الأسطر',
  json: 'نصًا بصيغة JSON',
  base64: 'نصًا بصيغة Base64',
};

const enter = ({label, chosen}: FieldContext) => (chosen ? `اختر «${label}»` : `أدخل «${label}»`);

/** Every word that Keyslot shows, in Arabic. */
export const ar: Messages = {
  language: 'ar',
  kinds: {
    basic: {name: 'اسم المستخدم وكلمة المرور', username: 'اسم المستخدم', password: 'كلمة المرور'},
    token: {name: 'رمز الوصول', token: 'رمز الوصول'},
    'api-key': {name: 'مفتاح API', apiKey: 'مفتاح API'},
    'oauth2-client-credentials': {
      name: 'بيانات اعتماد العميل',
      clientId: 'معرّف العميل',
      clientSecret: 'سر العميل',
      privateKey: 'المفتاح الخاص',
      scope: 'النطاق (Scope)',
    },
    'oauth2-authorization-code': {
      name: 'تسجيل الدخول',
      clientId: 'معرّف العميل',
      clientSecret: 'سر العميل',
    },
    oauth1: {
      name: 'طلبات موقّعة',
      consumerKey: 'مفتاح المستهلك (Consumer key)',
      consumerSecret: 'سر المستهلك (Consumer secret)',
      privateKey: 'المفتاح الخاص',
      token: 'الرمز المميّز (Token)',
      tokenSecret: 'سر الرمز المميّز (Token secret)',
      realm: 'المجال (Realm)',
    },
    custom: {name: 'بيانات الاعتماد'},
    none: {name: 'لا حاجة إلى بيانات اعتماد'},
  },
  diagnostics: {
    definition_unknown_type: 'لا تدعم هذه الصفحة طريقة الربط هذه حتى الآن.',
    definition_limit_exceeded: 'وصف طريقة الربط هذه أكبر من اللازم.',
    other: 'يوجد خطأ في وصف طريقة الربط هذه.',
  },

  title: (connector) => `ربط ${connector}`,
  titleEditing: (connector) => `تعديل الربط مع ${connector}`,
  pickerLegend: 'اختر طريقة الربط',
  filterLabel: 'البحث عن طريقة ربط',
  filterResult: (shown, all) =>
    shown ? `${ways(shown)} من أصل ${number(all)}` : 'لا توجد نتائج. جرّب كتابة عدد أقل من الأحرف.',
  incomplete: 'توجد طرق ربط أكثر مما يمكن عرضه هنا.',
  recommended: 'موصى بها',
  deprecated: 'قيد الإيقاف التدريجي',
  unavailable: 'غير متاحة',
  pickFirst: 'اختر طريقة الربط أولًا',

  optional: 'اختياري',
  advanced: 'إعدادات متقدمة',
  docsLink: 'أين أجد هذا؟',
  instructions: 'التعليمات',
  newTab: 'يُفتح في علامة تبويب جديدة',
  example: (example) => `مثال: ${example}`,
  show: 'إظهار',
  hide: 'إخفاء',
  shown: (label) => `محتوى «${label}» ظاهر`,
  hidden: (label) => `محتوى «${label}» مخفي`,
  choose: 'اختر…',
  preset: 'هذه القيمة محددة لك مسبقًا.',
  stored: {
    kept: 'القيمة محفوظة. اترك الحقل فارغًا للإبقاء عليها.',
    replaced: 'القيمة الجديدة ستحل محل القيمة المحفوظة.',
    cleared: 'ستُزال القيمة عند الحفظ.',
  },
  insist: 'استخدام القيمة رغم ذلك',

  submit: 'ربط',
  authorize: 'المتابعة إلى تسجيل الدخول',
  save: 'حفظ التغييرات',
  pending: 'جارٍ الربط…',
  test: 'اختبار الاتصال',
  testing: 'جارٍ الاختبار…',
  verified: 'الاتصال يعمل',
  saveUntested: 'الحفظ من دون اختبار',
  edit: 'تعديل',
  cancel: 'إلغاء',
  cancelled: 'تم الإلغاء. كل ما أدخلته ما زال موجودًا.',
  errorPrefix: 'خطأ:',
  summary: (count) =>
    counted(count, {
      zero: () => 'لا يحتاج أي حقل إلى مراجعة',
      one: () => 'يحتاج حقل واحد إلى مراجعة',
      two: () => 'يحتاج حقلان إلى مراجعة',
      few: (written) => `تحتاج ${written} حقول إلى مراجعة`,
      many: (written) => `يحتاج ${written} حقلًا إلى مراجعة`,
      other: (written) => `يحتاج ${written} حقل إلى مراجعة`,
    }),
  loadFailed: 'تعذّر تحميل كل ما تحتاج إليه هذه الصفحة. تحقق من اتصالك بالإنترنت وحاول مجددًا.',
  success: (connector) => `تم ربط ${connector}`,
  account: (account) => `تم تسجيل الدخول باسم ${account}`,

  loading: 'جارٍ التحميل…',
  empty: (connector) => `لا تتوفر أي طريقة لربط ${connector} حتى الآن.`,
  failed: 'لا يمكن عرض هذا النموذج.',

  rejected: 'لم ينجح ذلك. كل ما أدخلته ما زال موجودًا؛ تحقق منه وحاول مجددًا.',
  timedOut: 'استغرق ذلك وقتًا طويلًا. كل ما أدخلته ما زال موجودًا؛ حاول مجددًا.',
  insideSentence: (label) => label,
  fieldProblem: (label, problem) => `${label}: ${problem}`,
  issues: {
    field_required: enter,
    field_number: ({label}) => `أدخل رقمًا في «${label}»، مثل 1.5`,
    field_too_small: ({label, params}) => `يجب أن تكون قيمة «${label}» ${params['min']} أو أكثر`,
    field_too_large: ({label, params}) => `يجب أن تكون قيمة «${label}» ${params['max']} أو أقل`,
    field_too_short: ({label, params}) =>
      `قيمة «${label}» أقصر من اللازم: الحد الأدنى لعدد الأحرف هو ${params['minLength']}`,
    field_too_long: ({label, params}) =>
      `قيمة «${label}» أطول من اللازم: الحد الأقصى لعدد الأحرف هو ${params['maxLength']}`,
    field_option: ({label}) => `اختر قيمة من القائمة في «${label}»`,
    field_pair_name: ({label}) => `أدخل اسمًا لكل قيمة في «${label}»`,
    field_file_reading: ({label}) => `انتظر حتى تنتهي قراءة الملف في «${label}»`,
    field_file_several: ({label}) => `اختر ملفًا واحدًا فقط في «${label}»`,
    field_file_empty: ({label}) => `الملف في «${label}» فارغ: اختر ملفًا آخر`,
    field_file_too_large: ({label, params}) =>
      `الملف في «${label}» أكبر من اللازم: الحد الأقصى للحجم هو ${params['maximum']}`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `الملف في «${label}» ليس نصًا بترميز UTF-8: اختر ملفًا آخر`
        : `تعذّرت قراءة الملف في «${label}»: اختره مجددًا`,
    field_pattern: ({label, example}) =>
      `تحقق من «${label}»: الصيغة المطلوبة مختلفة${suchAs(example)}`,
    field_format: ({label, params, example}) =>
      `أدخل في «${label}» ${FORMATS[String(params['format'])] ?? 'قيمة مطابقة للوصف'}${suchAs(example)}`,
    field_colon: ({label}) => `أدخل «${label}» من دون نقطتين رأسيتين (:)`,
    field_cookie: ({label}) =>
      `أدخل «${label}» من دون مسافات أو فواصل أو علامات اقتباس أو فواصل منقوطة`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `أدخل في «${label}» عنوان ويب يبدأ بـ https:// وينتهي عند اسم المضيف${suchAs(example)}`
        : `أدخل «${label}» فقط، من دون https:// أو شرطات مائلة${suchAs(example)}`,
    template_variable_missing: enter,
    other: ({label}) => `تحقق من «${label}»`,
  },

  storedMethodGone: 'الطريقة التي أُنشئ بها هذا الربط لم تعد متاحة. اختر طريقة أخرى وأدخل بياناتها.',
  storedMethodChanged: 'تغيّرت طريقة الربط هذه منذ ذلك الحين. أدخل بياناتها مجددًا.',
  replace: 'استبدال',
  remove: 'إزالة',
  undo: 'تراجع',
  authorizeAgain: 'تسجيل الدخول مجددًا',
  authorizationKept: 'ما سمحت به سابقًا يبقى كما هو.',
  authorizationDue: 'يتطلب حفظ هذه التغييرات تسجيل الدخول مجددًا.',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyByHand: 'تم تحديد النص. اضغط Ctrl+C أو Cmd+C للنسخ.',
  redirectUri: 'عنوان إعادة التوجيه',
  redirectUriHelp: (connector) => `أدخل هذا العنوان في إعدادات تطبيقك لدى ${connector}.`,
  optionFilter: 'البحث في القائمة',
  optionResult: (count) =>
    count ? `${options(count)} في القائمة` : 'لا توجد نتائج. جرّب كتابة عدد أقل من الأحرف.',
  moreOptions: (shown, all) =>
    `${options(shown)} من أصل ${number(all)}. واصل الكتابة لرؤية البقية.`,
  chosenOptions: (count) =>
    counted(count, {
      zero: () => 'لم يتم تحديد أي خيار',
      one: () => 'تم تحديد خيار واحد',
      two: () => 'تم تحديد خيارين',
      few: (written) => `تم تحديد ${written} خيارات`,
      many: (written) => `تم تحديد ${written} خيارًا`,
      other: (written) => `تم تحديد ${written} خيار`,
    }),
  chooseFile: 'اختيار ملف',
  dropFile: 'أو إفلاته هنا',
  unnamedFile: 'ملف',
  pairName: 'الاسم',
  pairValue: 'القيمة',
  addPair: 'إضافة عنصر آخر',

  destination: (place) => `سيتم تسجيل الدخول عبر ${place}`,
  scopesTitle: (connector) => `ما سيُسمح به في ${connector}`,
  authorized: 'تم تسجيل الدخول.',
  opening: (connector) => `جارٍ ربط ${connector}…`,
  authorizing: {
    preparing: 'جارٍ فتح النافذة…',
    waiting: 'أكمل تسجيل الدخول في النافذة الأخرى.',
    'possibly-closed': 'هل أغلقت النافذة؟ حاول مجددًا أو ألغِ العملية.',
    blocked: 'منع متصفحك فتح النافذة.',
    settled: '',
  },
  expiring: 'تنتهي مهلة تسجيل الدخول خلال دقيقة.',
  reopen: 'إظهار النافذة',
  tryAgain: 'إعادة المحاولة',

  keepWaiting: 'مواصلة الانتظار',
  openLink: (origin) => `المتابعة إلى ${origin}`,
  thisTab: 'المتابعة في علامة التبويب هذه',
  allowPopups: 'اسمح بالنوافذ المنبثقة لهذا الموقع كي تُفتح النافذة تلقائيًا.',
  embedded:
    'هذه الصفحة معروضة داخل موقع آخر، وقد لا تلاحظ اكتمال تسجيل الدخول. في هذه الحالة، يمكنك نسخ عنوان الصفحة التي انتهيت إليها ولصقه هنا.',
  pasteTitle: 'هل انتهيت إلى صفحة أخرى ولم يحدث شيء هنا؟',
  pasteLabel: 'الصق عنوان تلك الصفحة',
  pasteSubmit: 'استخدام هذا العنوان',
  pasteFailed: 'هذا ليس العنوان الذي ينتهي عنده تسجيل الدخول. انسخ العنوان كاملًا.',
  secretAgain: 'أدخل هذه القيمة مجددًا. لم يُحتفظ بها أثناء تسجيل الدخول.',
  authorizationProblems: {
    authorization_unavailable:
      'هذه الصفحة غير مهيأة لتسجيل الدخول هذا. اختر طريقة أخرى أو أبلغ القائمين على الصفحة.',
    insecure_context: 'يتطلب تسجيل الدخول صفحة آمنة (https).',
    transport_unavailable:
      'لا يمكن لهذه الصفحة تلقّي الرد من نافذة تسجيل الدخول. افتح الصفحة في نافذة مستقلة وحاول مجددًا.',
    storage_unavailable:
      'لا يحتفظ هذا المتصفح بأي بيانات لهذه الصفحة، ولذلك لا يمكن متابعة تسجيل الدخول في علامة التبويب هذه.',
    prepare_failed: 'تعذّر تجهيز تسجيل الدخول. حاول مجددًا.',
    prepare_timeout: 'استغرق تجهيز تسجيل الدخول وقتًا طويلًا. حاول مجددًا.',
    authorize_url_invalid: 'يوجد خطأ في عنوان تسجيل الدخول. أبلغ القائمين على هذه الصفحة.',
    authorize_url_forbidden:
      'لا يُسمح لهذه الصفحة بتوجيهك إلى ذلك العنوان. تحقق مما أدخلته أو أبلغ القائمين على الصفحة.',
    state_missing: 'يفتقر عنوان تسجيل الدخول إلى الحماية اللازمة. أبلغ القائمين على هذه الصفحة.',
    popup_blocked:
      'منع متصفحك فتح نافذة تسجيل الدخول. اسمح بالنوافذ المنبثقة لهذا الموقع وحاول مجددًا.',
    popup_unavailable: 'هذه الصفحة مضمّنة بطريقة تمنع فتح نوافذ تسجيل الدخول.',
    popup_closed: 'أُغلقت نافذة تسجيل الدخول. كل ما أدخلته ما زال موجودًا.',
    flow_timeout: 'لم يصل أي رد من نافذة تسجيل الدخول. حاول مجددًا.',
    redirect_state_invalid: 'تعذّرت متابعة تسجيل الدخول هذا. ابدأ من جديد.',
    issuer_missing:
      'لا يوضّح الرد الجهة التي أرسلته، ولذلك لم يُستخدم. أبلغ القائمين على هذه الصفحة.',
    issuer_mismatch: 'جاء الرد من جهة أخرى، ولذلك لم يُستخدم. أبلغ القائمين على هذه الصفحة.',
    response_malformed: 'تعذّرت قراءة الرد على تسجيل الدخول. حاول مجددًا.',
    response_unsupported:
      'الرد على تسجيل الدخول من نوع لا يمكن استخدامه بأمان. أبلغ القائمين على هذه الصفحة.',
    oauth1_token_mismatch: 'يخص الرد عملية تسجيل دخول أخرى، ولذلك لم يُستخدم. حاول مجددًا.',
    verifier_missing: 'يفتقر الرد على تسجيل الدخول إلى ما يثبت صحته. حاول مجددًا.',
    access_denied: 'تم رفض الوصول، إما من جانبك أو من جانب الخدمة. يمكنك المحاولة مجددًا.',
    provider_error: 'انتهى تسجيل الدخول بخطأ. حاول مجددًا.',
    other: 'لم ينجح تسجيل الدخول. حاول مجددًا.',
  },
  offline: 'يبدو أن الاتصال بالإنترنت منقطع.',
  unreachable: 'هذه الصفحة مضمّنة بطريقة قد تمنع وصول الرد إليها.',
  providerSays: (description) => `رسالة الخدمة: ${description}`,

  strays: {
    space: 'توجد مسافة قبل النص أو بعده.',
    invisible: 'يحتوي النص على محارف غير مرئية.',
    quotes: 'النص محاط بعلامات اقتباس.',
    scheme: 'يبدأ النص بكلمة ليست جزءًا من المفتاح.',
    assignment: 'يبدأ النص باسم كما في ملف إعدادات.',
    address: 'هذا عنوان كامل.',
    lineBreaks: 'كان النص موزعًا على عدة أسطر.',
    pem: 'فواصل الأسطر في هذا المفتاح مفقودة.',
    several: 'يوجد هنا أكثر من القيمة نفسها.',
  },
  mend: 'تصحيح',
  useText: (text) => `استخدام «${text}»`,
  mended: 'تم التصحيح.',
  resembles: (label, method) => `يبدو أن هذا هو «${label}»${method && ` الخاص بـ«${method}»`}.`,
  move: 'نقله إلى هناك',
  moved: 'تم نقله إلى هنا.',
  fillOffer: (count) => `عدد القيم المناسبة لهذا النموذج: ${number(count)}.`,
  fill: 'ملء الحقول',
  nothingFits: 'لا يوجد فيه ما يناسب هذا النموذج.',
  notNow: 'لا، شكرًا',
  filled: (count) => `عدد الحقول المملوءة: ${number(count)}.`,

  dialog: {
    label: 'ربط تطبيق',
    close: 'إغلاق',
    done: 'تم',
    question: 'هل تريد تجاهل ما أدخلته؟',
    keep: 'متابعة التعديل',
    discard: 'تجاهل',
  },
};
