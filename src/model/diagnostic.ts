/** What can be wrong with a definition. Stable; words for people are in `messages`. */
export type DiagnosticCode =
  | 'definition_invalid'
  | 'definition_limit_exceeded'
  | 'definition_reserved_name'
  | 'definition_duplicate_name'
  | 'definition_unknown_type'
  | 'definition_unknown_property'
  | 'definition_unknown_variable'
  | 'definition_locked_property'
  | 'definition_unsafe_url'
  | 'definition_unsafe_pattern'
  | 'definition_invalid_pattern'
  | (string & {});

/** Facts that a message can mention. Never holds a secret. */
export type Parameters = Readonly<Record<string, string | number | boolean>>;

/** Something wrong with a definition, for its author to mend. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** An error takes the thing it is about out of use; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Where in the definition, as a JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly params: Parameters;
}

/** Collects diagnostics, seen from one place of a definition. */
export class DiagnosticList {
  readonly entries: Diagnostic[];
  readonly base: string;

  constructor(base = '', entries: Diagnostic[] = []) {
    this.base = base;
    this.entries = entries;
  }

  /** The same list, seen from a place further in. */
  at(...segments: readonly PropertyKey[]): DiagnosticList {
    return new DiagnosticList(this.base + pointer(segments), this.entries);
  }

  error(code: DiagnosticCode, params: Parameters = {}): void {
    this.entries.push({code, severity: 'error', path: this.base, params});
  }

  warn(code: DiagnosticCode, params: Parameters = {}): void {
    this.entries.push({code, severity: 'warning', path: this.base, params});
  }

  /** The first error at this place or below it. */
  firstError(): Diagnostic | undefined {
    return this.entries.find(
      ({severity, path}) =>
        severity === 'error' && (path === this.base || path.startsWith(`${this.base}/`)),
    );
  }
}

/** Writes path segments as a JSON Pointer (RFC 6901 §3). */
export function pointer(segments: readonly PropertyKey[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
