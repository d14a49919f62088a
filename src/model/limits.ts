/** How large a definition may be. Beyond a limit: `definition_limit_exceeded`. */
export interface Limits {
  /** Methods of a connector; those beyond are left out. */
  readonly methods: number;
  /** Variables of a connector, and of a method. */
  readonly variables: number;
  /** Options of a variable. */
  readonly options: number;
  /** Different patterns that are judged for diagnostics; each is judged before it is run. */
  readonly patterns: number;
  /** UTF-16 code units of all texts and names, and one for each value. */
  readonly size: number;
  /** How deep objects and lists may nest. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: Limits = {
  methods: 1000,
  variables: 1000,
  options: 10_000,
  patterns: 200,
  size: 2_000_000,
  depth: 16,
};
