// What a topic's compiler gives back: everything wrong, with its place, and the files to write.
// Decision: nothing is thrown for bad knowledge; an author sees all problems of a run at once.

export interface Problem {
  /** Path relative to knowledge/. */
  readonly file: string;
  /** Line, key or id in the file; '' when the whole file is meant. */
  readonly place: string;
  /** What was expected, what came, what to do. */
  readonly message: string;
}

export interface Compiled {
  readonly problems: Problem[];
  /** File name under src/generated/ → content to be written as JSON. */
  readonly files: Record<string, unknown>;
}
