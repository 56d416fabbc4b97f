/** The part of the time to do something that has passed, in the steps in which officers are warned. */
export type Due = 'early' | 'half' | 'late' | 'over';

/** The parts of the time at which officers are warned: 50, 90 and 100 %. */
const warnedAt = { half: 0.5, late: 0.9 } as const;

/**
 * @param from RFC 3339, the moment from which the time counts
 * @param until RFC 3339, the moment at which it ends
 */
export function dueOf(from: string, until: string, now: number): Due {
  const end = Date.parse(until);
  if (now >= end) return 'over';
  const begin = Date.parse(from);
  const part = (now - begin) / (end - begin);
  if (part < warnedAt.half) return 'early';
  return part < warnedAt.late ? 'half' : 'late';
}
