/** The most results of one kind that are added at a time: the agency judges by the same. */
export const mostResults = 10_000;

/** The number in a field; undefined for what is no whole number among those that the agency takes. */
export function countIn(text: string): number | undefined {
  const count = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return count >= 1 && count <= mostResults ? count : undefined;
}
