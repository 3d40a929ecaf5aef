/**
 * Items in the order in which they were first seen, so that nothing jumps
 * under the pointer when a live update comes; what is new goes to the end.
 */
export function keepOrder<T extends { id: string }>(
  previous: readonly string[],
  items: readonly T[],
): T[] {
  const rank = new Map(previous.map((id, index) => [id, index]));
  return [...items].sort(
    (a, b) =>
      (rank.get(a.id) ?? previous.length) - (rank.get(b.id) ?? previous.length),
  );
}
