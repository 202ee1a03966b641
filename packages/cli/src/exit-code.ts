// How a command ended, for the program that called it.

/** 0: done; 1: done, but some input could not be read; 2: could not be done. */
export type ExitCode = 0 | 1 | 2;
