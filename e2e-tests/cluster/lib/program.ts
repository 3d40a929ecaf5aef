import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { waitFor } from './waitFor';

/** How long a program may take to end before it is killed, in milliseconds. */
const GRACE_MS = 10_000;

/** A program that runs beside the tests, its output in a file. */
export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  /**
   * Starts a program and waits until it serves.
   *
   * @param ready - throws for as long as it does not serve
   * @throws Error with the last lines of its output when it ends before, or does not serve in time
   */
  static async start(options: {
    command: string;
    args: string[];
    logFile: string;
    ready: () => Promise<void>;
  }): Promise<Program> {
    const { command, args, logFile, ready } = options;
    const log = openSync(logFile, 'w');
    const program = new Program(
      spawn(command, args, { stdio: ['ignore', log, log] }),
    );
    closeSync(log);
    const ended = new AbortController();
    void program.#ended.then(() => ended.abort());
    try {
      await waitFor(ready, { timeoutMs: 60_000, signal: ended.signal });
    } catch (error) {
      await program.stop();
      const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15);
      throw new Error(
        `${command} does not serve: ${error}\n${lines.join('\n')}`,
      );
    }
    return program;
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    // `once` rejects where the program could not be started.
    this.#ended = once(child, 'exit').catch(() => {});
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    await this.#ended;
    clearTimeout(killer);
  }
}
