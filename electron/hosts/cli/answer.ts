/** What a command ends with. */
export interface Answer {
  /** 0 done, 1 found wanting. Bad input is thrown and ends with 2. */
  readonly exitCode: 0 | 1;
  /** For --json: the shape that docs/architecture.md promises to scripts. */
  readonly json: unknown;
  /** For people, without --json. */
  readonly text: string;
  /** For people in either case, on stderr. */
  readonly messages?: readonly string[];
}
