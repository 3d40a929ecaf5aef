import type { ReadFailure } from 'backstage-plugin-dapr-shared-node';

/** How long what was refused is not asked for again, in milliseconds. */
const PAUSE_MS = 15 * 60_000;

/**
 * Remembers what a cluster does not let the portal read, so that it is not
 * asked in each round. For what is good to have and can be done without.
 */
export class Refusals {
  readonly #until = new Map<string, number>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /**
   * Asks, unless that was refused lately.
   *
   * @param what - the same for all that one permission lets be read
   * @returns undefined where it could not be read
   */
  async ask<T extends { ok: true }>(
    what: string,
    read: () => Promise<T | { ok: false; failure: ReadFailure }>,
  ): Promise<T | undefined> {
    const now = this.#now().getTime();
    if (now < (this.#until.get(what) ?? 0)) return undefined;
    const result = await read();
    if (result.ok) {
      this.#until.delete(what);
      return result;
    }
    if (result.failure.state === 'forbidden') {
      this.#until.set(what, now + PAUSE_MS);
    }
    return undefined;
  }
}
