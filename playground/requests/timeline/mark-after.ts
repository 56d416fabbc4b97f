/** The mark to which a key leads among `count` of them; undefined for a key that leads nowhere. */
export function markAfter(key: string, chosen: number | undefined, count: number): number | undefined {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (step === undefined) return undefined;
  if (chosen === undefined) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, chosen + step));
}
