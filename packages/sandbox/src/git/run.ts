import { spawn } from 'child_process';
import { buffer } from 'stream/consumers';
import { isError } from '@backstage/errors';

/** Git without this machine's settings, so that it behaves the same everywhere. */
export function gitEnvironment(home: string): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return {
    PATH,
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Git ended with another code than 0. */
export class GitError extends Error {
  readonly code: number | null;

  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args[0]} ended with ${code}: ${stderr.trim()}`);
    this.code = code;
  }
}

/**
 * Runs Git in a bare repository.
 *
 * @throws GitError where it ends with another code than 0
 */
export async function git(
  directory: string,
  args: readonly string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Promise<Buffer> {
  const child = spawn('git', args, {
    cwd: directory,
    env: { ...gitEnvironment(directory), ...options.env },
    stdio: 'pipe',
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', error =>
      reject(
        isError(error) && error.code === 'ENOENT'
          ? new Error(
              'Git is not installed: the sandbox needs git 2.38 or newer.',
            )
          : error,
      ),
    );
  });
  // Git may end before it has read all; its exit code tells.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input);
  const [stdout, stderr, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    closed,
  ]);
  if (code !== 0) throw new GitError(args, code, stderr.toString());
  return stdout;
}

/** What Git prints, without the last line break. */
export async function gitText(
  directory: string,
  args: readonly string[],
  options?: { input?: string | Buffer; env?: NodeJS.ProcessEnv },
): Promise<string> {
  return (await git(directory, args, options)).toString().replace(/\n$/, '');
}
