import { spawn } from 'node:child_process';

/** How long children may take to end before they are killed, in milliseconds. */
const GRACE_MS = 8_000;

/**
 * Child processes that live and die together: when one ends, or this process
 * is told to stop, all are stopped.
 */
export class Children {
  #running = new Map();
  #stopping;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => this.stop());
    }
    process.on('exit', () => this.#signal('SIGKILL'));
  }

  get stopping() {
    return this.#stopping !== undefined;
  }

  /** Starts a program. Resolves with its exit code when it has ended. */
  start(name, command, args, options = {}) {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own: Ctrl-C reaches it through us alone, and what it started is stopped with it.
      detached: true,
      ...options,
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => {
        this.#running.delete(name);
        resolve(code ?? 1);
      });
      this.#running.set(name, child);
    });
  }

  /** Stops all, and resolves when they have ended. */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    const ended = [...this.#running.values()].map(
      child => new Promise(resolve => child.once('close', resolve)),
    );
    this.#signal('SIGTERM');
    const killer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MS);
    await Promise.all(ended);
    clearTimeout(killer);
  }

  #signal(signal) {
    for (const child of this.#running.values()) {
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
  }
}
