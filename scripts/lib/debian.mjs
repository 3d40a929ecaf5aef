import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './say.mjs';

/**
 * Installs Debian packages that are absent.
 *
 * @param wanted - package by a path that it brings
 */
export async function installPackages(wanted) {
  const missing = Object.entries(wanted)
    .filter(([path]) => !existsSync(path))
    .map(([, name]) => name);
  if (missing.length === 0) {
    say(`  ${Object.values(wanted).join(', ')}: there already`);
    return;
  }
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`Install ${missing.join(', ')}; there is no apt-get here.`);
  }
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

function apt(...args) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...args];
  say(`  ${command} ${rest.join(' ')}`);
  const { status } = spawnSync(command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${command} ${rest.join(' ')} failed`);
}
