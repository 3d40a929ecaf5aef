/** A word that a POSIX shell takes as it is, whatever is in it. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A command over several lines, one option with its value on each. */
export function shellCommand(...lines: readonly (readonly string[])[]): string {
  return lines.map(words => words.map(shellWord).join(' ')).join(' \\\n  ');
}
