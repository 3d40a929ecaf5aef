import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests } from './count.mjs';

const cases = [
  ['jest', 'Tests:       1 failed, 2 skipped, 22 passed, 25 total', 22, 1],
  ['node', 'ℹ tests 5\nℹ pass 4\nℹ fail 1\n', 4, 1],
  ['node as TAP', '# pass 3\n# fail 0\n', 3, 0],
  ['playwright', '  1 failed\n    [x] › a.test.ts\n  3 passed (1.2m)', 3, 1],
  ['colours', '\u001b[1mTests:       \u001b[22m7 passed, 7 total', 7, 0],
  ['two in one', 'ℹ pass 4\nℹ fail 0\nTests:       2 passed, 2 total', 6, 0],
  ['nothing', 'all 5 passed over the bridge', 0, 0],
];

for (const [name, output, passed, failed] of cases) {
  test(`counts the summary of ${name}`, () => {
    assert.deepEqual(countTests(output), { passed, failed });
  });
}
