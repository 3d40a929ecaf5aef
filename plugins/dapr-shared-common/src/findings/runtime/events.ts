import { asArray, asString, at } from '../../objects';
import type { CheckInput } from '../input';
import { mask } from './log/mask';

/** An event of type Warning. */
export interface Warning {
  reason: string;
  message: string;
}

/** The warnings about an object of the instance's namespace, newest first. */
export type Warnings = (kind: string, name: string) => readonly Warning[];

/** Reads the events once, for as many objects as there are. */
export function readWarnings({ events = [], instance }: CheckInput): Warnings {
  const found = new Map<string, { time: number; warning: Warning }[]>();
  for (const event of asArray(events)) {
    const about = at(event, 'involvedObject') ?? at(event, 'regarding');
    if (at(event, 'type') !== 'Warning') continue;
    if (at(about, 'namespace') !== instance.namespace) continue;
    const key = `${ownerKind(about)}/${ownerName(about)}`;
    const entry = { time: timeOf(event), warning: toWarning(event) };
    const others = found.get(key);
    if (others) others.push(entry);
    else found.set(key, [entry]);
  }
  return (kind, name) =>
    (found.get(`${kind}/${name}`) ?? [])
      .sort((a, b) => b.time - a.time)
      .map(({ warning }) => warning);
}

function ownerKind(about: unknown): string {
  const kind = asString(at(about, 'kind')) ?? '';
  return kind === 'ReplicaSet' ? 'Deployment' : kind;
}

/** A ReplicaSet is its Deployment's: only the hash of the template is added. */
function ownerName(about: unknown): string {
  const name = asString(at(about, 'name')) ?? '';
  return at(about, 'kind') === 'ReplicaSet' ? name.replace(/-[^-]*$/, '') : name; // prettier-ignore
}

/** Longer ones are cut. */
const MAX_LENGTH = 4_000;

function toWarning(event: unknown): Warning {
  const message = asString(at(event, 'message')) ?? asString(at(event, 'note'));
  return {
    reason: asString(at(event, 'reason')) ?? '',
    message: mask((message ?? '').slice(0, MAX_LENGTH)),
  };
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
