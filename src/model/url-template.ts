/**
 * Where a placeholder may stand in an address. A value that reaches the host of an address decides
 * who receives a secret: so a placeholder is a whole DNS label with at least two fixed labels behind
 * it, a whole path segment or a whole query value, or, for a variable of the format `origin`, all
 * that comes before the path. The address is https, or http to the machine itself, and without the
 * control characters that a browser drops (URL Standard §4.4).
 */
const PLACEHOLDER = '\\{\\{[^{}\\s]+\\}\\}';
const LABEL = '[a-z0-9-]+';
const TEMPLATE = new RegExp(
  `^(?:${PLACEHOLDER}` +
    `|https://(?:(?:(?:${PLACEHOLDER}|${LABEL})\\.)*${LABEL}\\.${LABEL}|${LABEL})(?::\\d+)?` +
    `|https?://(?:127\\.0\\.0\\.1|\\[::1\\]|(?:(?:${PLACEHOLDER}|${LABEL})\\.)*localhost)(?::\\d+)?)` +
    `(?:/(?:${PLACEHOLDER}|(?!(?:\\.|%2e){1,2}(?:[/?]|$))[^{}/?#\\\\\\s\\0-\\x1f]*))*` +
    `(?:\\?(?:[^{}&=#\\\\\\s\\0-\\x1f]+=(?:${PLACEHOLDER}|[^{}&#\\\\\\s\\0-\\x1f]*)(?:&(?=.)|$))+)?$`,
  'i',
);

/** Whether an address such as `https://{{store}}.example.com/token` is a template that may be used. */
export const isUrlTemplate = (template: string): boolean =>
  template.length <= 2048 && TEMPLATE.test(template);

/** The keys of the variables in a text with `{{key}}` placeholders. */
export const placeholderKeys = (template: string): readonly string[] =>
  [...template.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, key = '']) => key);
