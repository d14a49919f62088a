import type {Issue, Variable} from './method-kind.js';

/** The longest text that a file may become, in UTF-16 code units. `maxLength` can only lower it. */
export const FILE_LIMIT = 1_000_000;

/** The text that a file became, or why it cannot be taken. */
export type FileReading =
  {readonly ok: true; readonly text: string} | {readonly ok: false; readonly issue: Issue};

/** How large a file can be, in bytes, so that its text is within the limits of a variable. */
export function fileLimit({encoding, maxLength = FILE_LIMIT}: Variable): number {
  const longest = Math.min(maxLength, FILE_LIMIT);
  return encoding === 'base64' ? Math.floor(longest / 4) * 3 : longest;
}

/** What speaks against a file of so many bytes before it is read. */
export function checkFileSize(variable: Variable, bytes: number): Issue | undefined {
  // A code unit takes up to three bytes of UTF-8; only reading tells how many there are.
  const perUnit = variable.encoding === 'base64' ? 1 : 3;
  return bytes > fileLimit(variable) * perUnit ? tooLarge(variable) : undefined;
}

/** Turns what a file holds into the text of its variable, changing nothing: marks and line breaks stay. */
export function readFileText(variable: Variable, bytes: Uint8Array): FileReading {
  const text = variable.encoding === 'base64' ? toBase64(bytes) : fromUtf8(bytes);
  const refuse = (issue: Issue): FileReading => ({ok: false, issue});
  const {key} = variable;
  if (text === undefined) {
    return refuse({code: 'field_file_unreadable', key, params: {encoding: 'text'}});
  }
  if (text.trim() === '') return refuse({code: 'field_file_empty', key});
  const {maxLength = FILE_LIMIT} = variable;
  if (text.length > Math.min(maxLength, FILE_LIMIT)) return refuse(tooLarge(variable));
  return {ok: true, text};
}

const tooLarge = (variable: Variable): Issue => ({
  code: 'field_file_too_large',
  key: variable.key,
  params: {maximum: fileLimit(variable)},
});

function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 4648 §4. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // A call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}
