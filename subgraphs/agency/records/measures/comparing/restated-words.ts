import type { Agency } from '../../../../../terms/agencies.ts';
import type { MeasureCheck } from '../measure-check.ts';
import type { ToldWord } from './check-transition.ts';

/** The own words on meetings with an agency, as they are told it anew. */
export function restatedWords(
  { meetings, endedAt }: Pick<MeasureCheck, 'meetings' | 'endedAt'>,
  other: Agency,
): ToldWord[] {
  if (endedAt) return [];
  const words = new Map<string, ToldWord>();
  for (const { own, theirs, here, ...meeting } of meetings) {
    if (meeting.other !== other || !here) continue;
    const { how, reason } = here;
    const key = `${how} ${reason ?? ''}`;
    const before = words.get(key);
    words.set(key, {
      other,
      how,
      ...(reason && { reason }),
      pairs: [...(before?.pairs ?? []), { own, theirs }],
    });
  }
  return [...words.values()];
}
