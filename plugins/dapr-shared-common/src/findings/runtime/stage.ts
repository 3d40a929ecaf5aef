import { lastMatch, type ContainerLines } from './log/containerLog';

/**
 * How far a daprd has come, by what it wrote; `unknown` where that is not in
 * its last lines. `started` is all that a probe tells.
 */
export type Stage =
  | 'unknown'
  | 'identity'
  | 'loading'
  | 'started'
  | 'app'
  | 'running';

const MARKS: readonly { stage: Stage; pattern: RegExp }[] = [
  { stage: 'identity', pattern: /^Fetching initial identity/ },
  {
    stage: 'loading',
    pattern:
      /^Starting workload identity expiry watcher|^mTLS is disabled|^application discovered on port|^app id: /,
  },
  {
    stage: 'app',
    pattern:
      /^application protocol: .* waiting on port|^waiting for application to listen on port/,
  },
  { stage: 'running', pattern: /^dapr initialized\. Status: Running/ },
];

export function stageOf(lines: ContainerLines | undefined): Stage {
  const running = lines?.running ?? [];
  return MARKS.reduce<{ stage: Stage; index: number }>(
    (latest, { stage, pattern }) => {
      const index = lastMatch(running, pattern)?.index ?? -1;
      return index > latest.index ? { stage, index } : latest;
    },
    { stage: 'unknown', index: -1 },
  ).stage;
}
