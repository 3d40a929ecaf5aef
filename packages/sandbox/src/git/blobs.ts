import { git } from './run';

/**
 * Reads many files of a commit in one go.
 *
 * @returns contents by path; what is no file is left out
 */
export async function readBlobs(
  directory: string,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  // A line break would end the question.
  const asked = paths.filter(path => !path.includes('\n'));
  if (asked.length === 0) return blobs;
  const input = asked.map(path => `${commit}:${path}\n`).join('');
  const output = await git(directory, ['cat-file', '--batch'], { input });
  let start = 0;
  for (const path of asked) {
    const end = output.indexOf('\n', start);
    // Other than that it is `<name> missing`, and has no content.
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('utf8', start, end)) ?? []; // prettier-ignore
    start = end + 1;
    if (size === undefined) continue;
    if (type === 'blob') {
      blobs.set(path, output.subarray(start, start + Number(size)));
    }
    start += Number(size) + 1;
  }
  return blobs;
}
