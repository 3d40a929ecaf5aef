import { RenderError } from './error';

// Source: Helm, pkg/chartutil/validate_name.go
const RELEASE_NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const MAX_LENGTH = 53;

/** The name, or Helm's refusal of it. */
export function checkReleaseName(name: string): string {
  if (name.length <= MAX_LENGTH && RELEASE_NAME.test(name)) return name;
  throw new RenderError(
    `releaseName "${name}" must be lower-case letters, digits, "-" and ".", begin and end with a letter or digit, and have at most ${MAX_LENGTH} characters.`,
  );
}
