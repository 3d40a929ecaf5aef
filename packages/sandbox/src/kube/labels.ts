/** Whether labels carry every pair of a `matchLabels` selector; an empty one matches nothing. */
export function matchesLabels(
  selector: Record<string, string>,
  labels: Record<string, string>,
): boolean {
  const pairs = Object.entries(selector);
  return (
    pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value)
  );
}
