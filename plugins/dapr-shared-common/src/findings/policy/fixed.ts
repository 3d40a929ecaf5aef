import { policyRefuses, policyRequires } from '../codes/security';

/** What the platform's own policy finds stands as it is: another part of configuration must not undo it. */
export function isFixed(code: string): boolean {
  return code === policyRefuses.code || code === policyRequires.code;
}
