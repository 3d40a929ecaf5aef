// Programs built from Go modules, once, and cached outside the checkout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds those of the programs that are absent. Progress goes to standard error.
 *
 * @param {object} options
 * @param {string} options.module - folder of the go.mod that names the versions
 * @param {string} options.dir - where the programs go
 * @param {Record<string, string>} options.tools - package by name of the program
 * @param {string} options.missing - what to say where there is no Go
 * @param {string} [options.stamp] - further flags for the linker
 */
export function buildTools({ module, dir, tools, missing, stamp = '' }) {
  for (const [name, pkg] of Object.entries(tools)) {
    const target = join(dir, name);
    if (existsSync(target)) continue;
    if (spawnSync('go', ['version']).status !== 0) throw new Error(missing);
    mkdirSync(dir, { recursive: true });
    const partial = `${target}.${process.pid}`;
    process.stderr.write(`Building ${name} ${pkg}, once …\n`);
    const started = Date.now();
    const { status } = spawnSync(
      'go',
      // prettier-ignore
      ['build', '-trimpath', '-buildvcs=false', '-ldflags', `-s -w ${stamp}`, '-o', partial, pkg],
      {
        cwd: module,
        stdio: ['ignore', 2, 2],
        env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
      },
    );
    if (status !== 0) {
      rmSync(partial, { force: true });
      throw new Error(`Building ${name} failed.`);
    }
    renameSync(partial, target);
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(`Built ${name} in ${seconds} s\n`);
  }
}

/** Runs a program that prints the folder of its tools on standard output. */
export function printFolder(tools) {
  try {
    process.stdout.write(`${tools()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
