import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { buildSync } from 'esbuild';
import type { Row } from './table';

const COMMON = 'backstage-plugin-dapr-shared-common';
const root = join(__dirname, '..');

/** What the frontend imports from common as values, by name. */
function importedNames(): string[] {
  const folder = join(root, 'plugins/dapr-shared/src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .flatMap(name => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)]
        .filter(([, , from]) => from === COMMON)
        .flatMap(([, list = '']) => list.split(','));
    })
    .map(name => name.trim())
    .filter(name => name && !name.startsWith('type '));
  return [...new Set(names)].sort();
}

/** Gzipped size of what card, tab and form load from common, with what common depends on. */
export function bundleRow(): Row {
  const names = importedNames();
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { ${names.join(', ')} } from '${COMMON}';`,
      resolveDir: join(root, 'plugins/dapr-shared'),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    // The app loads these anyway, whatever plugins it has.
    external: ['@backstage/*'],
    mainFields: ['browser', 'module', 'main'],
  });
  const bytes = outputFiles.reduce(
    (sum, file) => sum + gzipSync(file.contents).length,
    0,
  );
  return {
    what: `${names.join(', ')} of common, gzipped`,
    measured: bytes / 1000,
    budget: 20,
    unit: 'kB',
  };
}
