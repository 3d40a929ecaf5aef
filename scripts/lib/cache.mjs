import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where everything lives that takes minutes to fetch or build: outside the checkout, shared by clones. */
export function cacheDir(...parts) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'dapr-shared-backstage', ...parts);
}

/** Short content hash of files, in the order given. A missing file counts as absent, not as an error. */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update('\0');
    try {
      hash.update(readFileSync(file));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
