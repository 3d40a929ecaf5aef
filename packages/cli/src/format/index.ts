import type { Report } from '../report';
import type { Threshold } from '../options';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

/** @see formats */
export type Format = 'text' | 'json' | 'sarif';

/** How a report is to be written. */
export interface FormatOptions {
  failOn: Threshold;
  colour: boolean;
  /** Columns of the terminal; undefined where there is none. */
  width?: number;
}

/** Each way to write a report, ending in a line break. */
export const formats: Record<
  Format,
  (report: Report, options: FormatOptions) => string
> = { text, json, sarif };
