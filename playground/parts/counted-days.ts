const day = 86_400_000;

/** Days that figures are counted over, today among them. */
export const daysCounted = 30;

/** The days that figures are counted over, in UTC, both counted. */
export function countedDays(now: Date): { from: string; until: string } {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: dayOf(now.getTime() - (daysCounted - 1) * day), until: dayOf(now.getTime()) };
}
