import type { Severity } from 'backstage-plugin-dapr-shared-common';

/** Codes of "select graphic rendition". Source: ECMA-48. */
const codes: Record<Severity | 'bold', number> = {
  bold: 1,
  critical: 31,
  high: 31,
  medium: 33,
  low: 36,
  info: 2,
};

/** The words in colour, where colour is wanted. */
export function paint(
  as: keyof typeof codes,
  words: string,
  colour: boolean,
): string {
  return colour ? `\u001b[${codes[as]}m${words}\u001b[0m` : words;
}
