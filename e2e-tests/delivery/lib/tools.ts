import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { KubeObject } from 'backstage-plugin-dapr-shared-common';
import { parseObjects } from './objects';

const VARIABLE = 'DELIVERY_TOOLS';

/** Hands the tools to the test files: the environment is all that reaches them. */
export function passTools(folder: string): void {
  process.env[VARIABLE] = folder;
}

/** Where Helm and kustomize are. */
export function toolsFolder(): string {
  const folder = process.env[VARIABLE];
  if (!folder) {
    throw new Error(`${VARIABLE} is not set: run jest with delivery/jest.config.js`); // prettier-ignore
  }
  return folder;
}

/** Runs one of the tools, and gives what it prints. */
export function tool(
  name: 'helm' | 'kustomize',
  args: readonly string[],
  env: Record<string, string> = {},
): string {
  return execFileSync(join(toolsFolder(), name), args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
}

/** `kustomize build` */
export function kustomizeBuild(folder: string): KubeObject[] {
  return parseObjects(tool('kustomize', ['build', folder]));
}
