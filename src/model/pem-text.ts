const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;
const LINE = /.{1,64}/g;

/**
 * A PEM text with the line breaks that it lost on its way: written as `\n`, turned into spaces, or
 * gone. Nothing when it has them, or is none (RFC 7468 §2).
 */
export function restorePem(text: string): string | undefined {
  if (!text.includes('-----BEGIN ')) return undefined;
  const restored = text
    .replaceAll(/(?:\\r)?\\n/g, '\n')
    .replaceAll(BLOCK, (block, label: string, body: string) => {
      const base64 = body.replaceAll(/\s/g, '');
      // Headers, as old encrypted keys have them, cannot be told from each other without their lines.
      if (/[\r\n]/.test(body.trim()) || /[^A-Za-z0-9+/=]/.test(base64)) return block;
      const lines = base64.match(LINE) ?? [];
      return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----`;
    });
  return restored === text ? undefined : restored;
}
