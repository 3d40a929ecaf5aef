import { asArray, asNumber, asString, at } from '../../objects';
import type { CheckInput } from '../input';
import { mask } from './log/mask';

/** An event of type Warning. */
export interface Warning {
  reason: string;
  message: string;
  count: number;
}

/** The warnings about an object of the instance's namespace, newest first. */
export function warningsAbout(
  input: CheckInput,
  kind: string,
  name: string,
): Warning[] {
  return warnings(input, about => about.kind === kind && about.name === name);
}

/** The warnings about the workload itself, and about a Deployment's ReplicaSets. */
export function workloadWarnings(input: CheckInput): Warning[] {
  const [{ kind, name }] = input.instance.workloads;
  return warnings(
    input,
    about =>
      (about.kind === kind && about.name === name) ||
      (kind === 'Deployment' &&
        about.kind === 'ReplicaSet' &&
        about.name.startsWith(`${name}-`) &&
        !about.name.slice(name.length + 1).includes('-')),
  );
}

/** Longer ones are cut. */
const MAX_LENGTH = 4_000;

function warnings(
  { events = [], instance }: CheckInput,
  isMeant: (about: { kind: string; name: string }) => boolean,
): Warning[] {
  return asArray(events)
    .filter(event => {
      const about = at(event, 'involvedObject') ?? at(event, 'regarding');
      return (
        at(event, 'type') === 'Warning' &&
        at(about, 'namespace') === instance.namespace &&
        isMeant({
          kind: asString(at(about, 'kind')) ?? '',
          name: asString(at(about, 'name')) ?? '',
        })
      );
    })
    .map(event => ({ event, time: timeOf(event) }))
    .sort((a, b) => b.time - a.time)
    .map(({ event }) => ({
      reason: asString(at(event, 'reason')) ?? '',
      message: mask(
        (asString(at(event, 'message')) ?? asString(at(event, 'note')) ?? '').slice(0, MAX_LENGTH), // prettier-ignore
      ),
      count:
        asNumber(at(event, 'series', 'count')) ??
        asNumber(at(event, 'count')) ??
        asNumber(at(event, 'deprecatedCount')) ??
        1,
    }));
}

/** When it was last seen, wherever the API's versions put that. */
function timeOf(event: unknown): number {
  const times = [
    at(event, 'series', 'lastObservedTime'),
    at(event, 'lastTimestamp'),
    at(event, 'deprecatedLastTimestamp'),
    at(event, 'eventTime'),
    at(event, 'metadata', 'creationTimestamp'),
  ].map(time => Date.parse(asString(time) ?? ''));
  return times.find(time => !Number.isNaN(time)) ?? 0;
}
