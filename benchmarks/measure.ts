/** Median time of one call, in milliseconds. */
export function medianMs(
  run: () => void,
  { rounds, callsPerRound }: { rounds: number; callsPerRound: number },
): number {
  const measured = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    for (let call = 0; call < callsPerRound; call++) run();
    return Number(process.hrtime.bigint() - start) / 1e6 / callsPerRound;
  });
  return median(measured);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length - 1 - middle], sorted[middle]]; // prettier-ignore
  return (low + high) / 2;
}
