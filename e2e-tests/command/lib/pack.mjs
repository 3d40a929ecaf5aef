import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mustRun } from './run.mjs';

const packages = ['plugins/dapr-shared-common', 'packages/cli'];

/**
 * Packs the packages as they would be published.
 *
 * In a copy, since packing rewrites package.json for a while, and whatever else
 * runs in the checkout would see that.
 *
 * @returns {string[]} the files of the packages
 */
export function pack(root, folder) {
  const copied = ['package.json', 'tsconfig.json', 'yarn.lock', '.yarnrc.yml'];
  for (const path of [...copied, 'backstage.json', '.yarn', ...packages]) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: from => !['dist', 'node_modules'].includes(basename(from)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const bin = name => join(folder, 'node_modules/.bin', name);
  // The types go into the package; whether they are right is not asked here.
  mustRun(folder, bin('tsc'), ['--noCheck', '--incremental', 'false']);
  const { packageManager } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const yarn = packageManager.replace('@', '-');
  mkdirSync(join(folder, 'packed'));
  return packages.map(path => {
    const cwd = join(folder, path);
    const file = join(folder, 'packed', `${basename(path)}.tgz`);
    mustRun(cwd, bin('backstage-cli'), ['package', 'build']);
    const release = join(folder, `.yarn/releases/${yarn}.cjs`);
    mustRun(cwd, process.execPath, [release, 'pack', '--out', file]);
    return file;
  });
}
