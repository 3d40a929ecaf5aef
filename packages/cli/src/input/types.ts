/** A text to be checked. */
export interface Source {
  /** As it was given, or relative to the folder searched; `stdin` for standard input. */
  file: string;
  text: string;
  /** Found in a folder, not named: what is in it may be anything. */
  found: boolean;
}

/** Input that could not be read. */
export interface InputProblem {
  file: string;
  /** From 1. */
  line?: number;
  message: string;
}

/** A place in a file; lines and columns count from 1. */
export interface Location {
  file: string;
  line: number;
  column: number;
}
