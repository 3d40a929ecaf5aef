/** A time as Kubernetes writes it: to the second. */
export function timestamp(date: Date | number): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Milliseconds since a timestamp; 0 where there is none. */
export function ageMs(since: string | undefined, now: Date): number {
  const start = Date.parse(since ?? '');
  return Number.isNaN(start) ? 0 : Math.max(0, now.getTime() - start);
}
