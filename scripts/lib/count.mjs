/**
 * How many tests passed and failed, added up over the summaries that Node's
 * test runner, jest and Playwright print.
 */
export function countTests(output) {
  const text = output.replace(/\u001b\[[0-9;]*m/g, '');
  const total = { passed: 0, failed: 0 };
  const add = (kind, number) => {
    total[kind] += Number(number);
  };
  for (const [line] of text.matchAll(/^Tests: .*$/gm)) {
    for (const [, number, kind] of line.matchAll(/(\d+) (passed|failed)/g)) {
      add(kind, number);
    }
  }
  for (const [, kind, number] of text.matchAll(/^[ℹ#] (pass|fail) (\d+)$/gm)) {
    add(`${kind}ed`, number);
  }
  for (const [, number, kind] of text.matchAll(
    /^ {2}(\d+) (passed|failed)(?: \(.*\))?$/gm,
  )) {
    add(kind, number);
  }
  return total;
}
