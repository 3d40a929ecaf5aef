import { scalarText } from '../scalarText';
import type { Difference, FieldDifference } from './types';
import { title } from './whole';

type ObjectRef = Difference['object'];

/** The longest value that is shown whole. */
const MAX_LENGTH = 120;

/** Values that may be secrets are never shown. */
const SECRET = /(TOKEN|SECRET|PASSWORD|CREDENTIAL|KEY)[^\]]*\](\.value)?$/i;

/** Puts a difference into words. */
export function worded(object: ObjectRef, found: FieldDifference): Difference {
  const { path } = found;
  const hide = isSecret(object, path);
  const expected = hide ? hidden(found.expected) : found.expected;
  const live = hide ? hidden(found.live) : found.live;
  return {
    object,
    path,
    expected,
    live,
    message: sentence(
      subject(object, path),
      show(expected),
      show(live),
      found.byDefault,
    ),
  };
}

function sentence(
  what: string,
  expected: string | undefined,
  live: string | undefined,
  byDefault: boolean | undefined,
): string {
  const state = live === undefined ? 'not set' : live;
  if (byDefault) {
    return `${what} is ${state} in the cluster; Git does not set it, and the default is ${expected}.`;
  }
  return expected === undefined
    ? `${what} is ${state} in the cluster; Git does not set it.`
    : `${what} is ${state} in the cluster; Git says ${expected}.`;
}

const CONTAINER = /^spec\.template\.spec\.(?:initContainers|containers)\[([^\]]+)\]\.?(.*)$/; // prettier-ignore

function subject(object: ObjectRef, path: string): string {
  if (path === 'spec.replicas') return 'The number of replicas';
  const [, container, field = ''] = CONTAINER.exec(path) ?? [];
  if (container === undefined) return `${path} of ${title(object)}`;
  if (field === '') return `Container ${container}`;
  if (field === 'image') return `The image of ${container}`;
  const [, list, name] =
    /^(args|env)\[([^\]]+)\](?:\.value)?$/.exec(field) ?? [];
  if (list === 'args') return `Argument ${name} of ${container}`;
  if (list === 'env') return `Environment variable ${name} of ${container}`;
  return `${field} of ${container}`;
}

function isSecret({ kind }: ObjectRef, path: string): boolean {
  return kind === 'Secret'
    ? path.startsWith('data')
    : path.includes('.env[') && SECRET.test(path);
}

function hidden(value: unknown): unknown {
  return value === undefined ? undefined : '(hidden)';
}

function show(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === '') return 'empty';
  const text = scalarText(value) ?? JSON.stringify(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
