import type { ValueType } from './types';

/** Words that stop being text where the chart writes them without quotes. */
const YAML_WORDS = 'y n yes no on off true false null'.split(' ');

/** Any text. */
export const text: ValueType = { kind: 'string' };

/** True or false. */
export const flag: ValueType = { kind: 'boolean' };

/** A port that something listens on. */
export const port: ValueType = { kind: 'integer', minimum: 1, maximum: 65535 };

/** A host; an IPv6 address stands in brackets. */
export const host: ValueType = {
  kind: 'string',
  pattern: '^(\\[[0-9a-fA-F:.]+\\]|[^\\s/:]*)$',
  form: 'a host alone, without scheme, port and path',
};

/**
 * What a Service's name may begin with: a label of DNS that starts with a
 * letter, and leaves room for `-dapr`.
 */
export const serviceLabel: ValueType = {
  kind: 'string',
  pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$',
  form: 'lower-case letters, digits and "-", a letter first and no "-" last',
  maxLength: 58,
  not: YAML_WORDS,
};

const LABEL = '([a-z]|[0-9][-0-9]*[a-z])([-a-z0-9]*[a-z0-9])?';

/** A label of DNS that is not a number. */
export const dnsLabel: ValueType = {
  kind: 'string',
  pattern: `^${LABEL}$`,
  form: 'lower-case letters, digits and "-", with a letter among them',
  maxLength: 63,
  not: YAML_WORDS,
};

/** A label of DNS that is not a number, or nothing. */
export const optionalLabel: ValueType = {
  ...dnsLabel,
  pattern: `^$|^${LABEL}$`,
  form: 'lower-case letters, digits and "-", with a letter among them, or empty',
};

/** Name of a Kubernetes object, or nothing. */
export const optionalName: ValueType = {
  kind: 'string',
  pattern: '^$|^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
  form: 'lower-case letters, digits, "-" and ".", or empty',
  maxLength: 253,
  not: YAML_WORDS,
};

/** Tag of an image, or nothing. */
export const imageTag: ValueType = {
  kind: 'string',
  pattern: '^$|^[A-Za-z0-9_][A-Za-z0-9_.-]*$',
  form: 'letters, digits, "_", "." and "-"',
  maxLength: 128,
};
