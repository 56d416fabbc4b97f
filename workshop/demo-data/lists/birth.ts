import type { Birth } from '../../../subgraphs/agency/records/values/birth.ts';
import type { Random } from '../chance/random.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';

/** The day as written: rarely with day and month exchanged, or one digit wrong. The year stays. */
function written(born: string, random: Random): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const error = random.weighted([
    ['NONE', 92],
    ['SWAPPED', 5],
    ['SLIP', 3],
  ] as const);
  if (error === 'SWAPPED' && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (error === 'SLIP')
    return `${year}-${month}-${day.startsWith('0') ? '1' : '0'}${Number(day.slice(1)) || 1}`;
  return born;
}

/** Absent when the agency has no date at all. */
export function birth(recording: Recording): Draft<Birth> | undefined {
  const own = recording.ofAgency('birth');
  if (own.chance(0.04)) return undefined;
  const day = written(recording.person.born, own);
  const length = own.weighted([
    ['YYYY-MM-DD'.length, 82],
    ['YYYY-MM'.length, 7],
    ['YYYY'.length, 11],
  ]);
  return { date: day.slice(0, length), provenance: provenanceOf(recording, own) };
}
