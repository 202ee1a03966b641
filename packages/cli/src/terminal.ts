// The terminal as the commands see it: two streams to write to. Main gives the real one, tests a list.

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly columns: number;
  /** Whether standard output understands colours. */
  readonly colours: boolean;
}

export function realTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    columns: process.stdout.columns ?? 100,
    colours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  };
}
