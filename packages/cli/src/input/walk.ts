import { readdir } from 'fs/promises';
import { join, resolve } from 'path';

/**
 * The YAML and JSON files under a folder, in the order of their names. Hidden
 * folders and installed packages are left out, and templates of a chart, which
 * are no YAML before Helm has rendered them.
 */
export async function walk(cwd: string, folder: string): Promise<string[]> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const isChart = entries.some(entry => entry.name === 'Chart.yaml');
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped =
        entry.name.startsWith('.') ||
        entry.name === 'node_modules' ||
        (isChart && entry.name === 'templates');
      if (!skipped) files.push(...(await walk(cwd, path)));
    } else if (entry.isFile() && /\.(ya?ml|json)$/.test(entry.name)) {
      files.push(path);
    }
  }
  return files;
}
