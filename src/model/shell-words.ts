const WORD = /(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\])+/g;
const PIECE = /'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])|([^'"\\]+)/g;

/** The words of a command, as a POSIX shell takes them apart (XCU §2.2); nothing is expanded. */
export function shellWords(command: string): readonly string[] {
  // At the end of a line, a backslash continues it; so does the caret of another shell.
  const line = command.replaceAll(/[\\^]\r?\n/g, ' ');
  return (line.match(WORD) ?? []).map((word) =>
    word.replaceAll(
      PIECE,
      (_, single?: string, double?: string, escaped?: string, bare?: string) =>
        single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? bare ?? '',
    ),
  );
}
