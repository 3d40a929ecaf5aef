import { spawnSync } from 'node:child_process';

/** Runs a program to its end; what it prints and its exit code. */
export function run(cwd, program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
    ...options,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** The same for what must succeed. */
export function mustRun(cwd, program, args, options) {
  const { code, stdout, stderr } = run(cwd, program, args, options);
  if (code !== 0) {
    throw new Error(
      `${[program, ...args].join(' ')} ended with ${code}\n${stdout}${stderr}`,
    );
  }
  return stdout;
}
