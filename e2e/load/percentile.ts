/** The nearest-rank percentile of times in milliseconds, to a tenth. */
export function percentile(times: number[], percent: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1]!.toFixed(1)
}
