/**
 * Header `Retry-After` in milliseconds: seconds or, as RFC 9110 also has it,
 * a date. Undefined where it is absent, in the past or cannot be read.
 */
export function retryAfterMs(
  header: string | null | undefined,
  now: Date,
): number | undefined {
  if (!header) return undefined;
  const ms = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1000
    : Date.parse(header) - now.getTime();
  return ms > 0 ? ms : undefined;
}
