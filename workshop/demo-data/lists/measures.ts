import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import type { Random } from '../chance/random.ts';
import { reference } from '../chance/time.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { cases } from './cases.ts';
import { groundOf, type MeasureKind } from './grounds.ts';

/** The kinds that earlier versions knew: their measures have a date, and none of what the steps on a measure make of it. */
const kinds: readonly MeasureKind[] = [
  'ARREST',
  'SEARCH',
  'SEIZURE',
  'INTERCEPTION',
  'SURVEILLANCE',
  'ACCOUNT_FREEZE',
  'INTERVIEW',
  'EXTRADITION_REQUEST',
  'OTHER',
];

/** They go on for a while, and then end; the others are done in a day. */
const lasting: readonly MeasureKind[] = ['ARREST', 'INTERCEPTION', 'SURVEILLANCE', 'ACCOUNT_FREEZE', 'OTHER'];

const stateOf = (kind: MeasureKind, random: Random): Measure['state'] =>
  random.weighted<Measure['state']>([
    ['PLANNED', 2],
    ['AUTHORISED', 2],
    ['DONE', lasting.includes(kind) ? 1 : 6],
    ['UNDER_WAY', lasting.includes(kind) ? 3 : 1],
    ['LIFTED', lasting.includes(kind) ? 2 : 0],
    ['CANCELLED', 0.7],
  ]);

/** What is planned lies within two months of its recording, what was taken within three before; some to the month only. */
function dateFor(state: Measure['state'], recordedAt: Date, random: Random): string {
  const isPlanned = state === 'PLANNED' || state === 'AUTHORISED';
  const day = daysAfter(recordedAt, isPlanned ? random.between(3, 60) : -random.between(0, 90));
  const date = dayOf(day < reference ? day : daysAfter(reference, -1));
  return random.chance(0.85) ? date : date.slice(0, 7);
}

export function measures(recording: Recording): Draft<Measure>[] {
  const own = recording.ofAgency('measures');
  const investigatedIn = cases(recording);
  const count = own.weighted([
    [0, 30],
    [1, 35],
    [2, 25],
    [3, 10],
  ]);
  return Array.from({ length: count }, () => {
    const kind = own.pick(kinds);
    const state = stateOf(kind, own);
    return {
      kind,
      state,
      date: dateFor(state, recording.openedAt, own),
      ground: groundOf(recording.agency, kind),
      ...(own.chance(0.75) && { case: own.pick(investigatedIn) }),
      provenance: provenanceOf(recording, own),
    };
  });
}
