import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** As long as the longest names that Kubernetes takes. */
const MAX_LENGTH = 253;

/**
 * Checks what the address of a request calls an entity, before it becomes part
 * of an address of the catalog: `..` there would lead to another route.
 *
 * @throws InputError that names the parameter
 */
export function checkEntityRef(ref: CompoundEntityRef): CompoundEntityRef {
  for (const [key, value] of Object.entries(ref)) {
    if (value.length > MAX_LENGTH) {
      throw new InputError(
        `The entity's ${key} is longer than ${MAX_LENGTH} characters.`,
      );
    }
    if (!/^[^\s/:\p{Cc}]+$/u.test(value) || /^\.+$/.test(value)) {
      throw new InputError(
        `'${value}' is no ${key} of an entity: give it as the catalog has it, without '/' and ':'.`,
      );
    }
  }
  return ref;
}
