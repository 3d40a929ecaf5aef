import { InputError } from '@backstage/errors';
import { at } from 'backstage-plugin-dapr-shared-common';
import type { ApiObject } from '../kube';

type Test = (object: ApiObject) => boolean;

const SET = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUALITY = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/;
const EXISTS = /^(!?)([^=!\s]+)$/;

/**
 * Reads a label selector: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`.
 *
 * @throws InputError in an API server's words where it cannot be read
 */
export function labelSelector(text: string): Test {
  const tests = requirements(text).map(requirement => {
    const [, key, operator, values] = SET.exec(requirement) ?? [];
    if (key) {
      const set = new Set((values ?? '').split(',').map(v => v.trim()));
      const within: Test = object => set.has(label(object, key) ?? '\0');
      return operator === 'in' ? within : not(within);
    }
    const [, name, sign, value] = EQUALITY.exec(requirement) ?? [];
    if (name) {
      const equal: Test = object => label(object, name) === value;
      return sign === '!=' ? not(equal) : equal;
    }
    const [, absent, wanted] = EXISTS.exec(requirement) ?? [];
    if (wanted) {
      const exists: Test = object => label(object, wanted) !== undefined;
      return absent ? not(exists) : exists;
    }
    throw new InputError(`unable to parse requirement: ${requirement}`);
  });
  return object => tests.every(test => test(object));
}

/** Reads a field selector: equality of any field. */
export function fieldSelector(text: string): Test {
  const tests = requirements(text).map(requirement => {
    const [, field, sign, value] = EQUALITY.exec(requirement) ?? [];
    if (!field) {
      throw new InputError(`invalid selector: '${requirement}'; can't understand '${requirement}'`); // prettier-ignore
    }
    const equal: Test = object =>
      String(at(object, ...field.split('.')) ?? '') === value;
    return sign === '!=' ? not(equal) : equal;
  });
  return object => tests.every(test => test(object));
}

function label(object: ApiObject, key: string): string | undefined {
  return object.metadata.labels?.[key];
}

function not(test: Test): Test {
  return object => !test(object);
}

/** Splits at commas outside parentheses. */
function requirements(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
