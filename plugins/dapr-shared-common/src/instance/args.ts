/**
 * The value of a flag, in both forms daprd takes: `--flag=value` and
 * `--flag value`. The last one counts, as for daprd.
 */
export function flagValue(
  args: readonly string[],
  flag: string,
): string | undefined {
  for (let index = args.length - 1; index >= 0; index--) {
    const arg = args[index] ?? '';
    const match = /^--?([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1] === flag) {
      if (match[2] !== undefined) return match[2];
      const next = args[index + 1];
      return next === undefined || next.startsWith('--') ? '' : next;
    }
  }
  return undefined;
}
