import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import { measureKinds } from '../../../terms/enums.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import type { Random } from '../chance/random.ts';
import { reference } from '../chance/time.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { cases } from './cases.ts';

type Kind = Measure['kind'];

/** On what each measure stands, by citations of the agencies' lists of provisions. */
const grounds: Record<DemoAgency, Record<Kind, string>> = {
  BELARUS: {
    ARREST: 'Code of Criminal Procedure, Article 126',
    SEARCH: 'Code of Criminal Procedure, Article 208',
    SEIZURE: 'Code of Criminal Procedure, Article 209',
    INTERCEPTION: 'Code of Criminal Procedure, Article 214',
    SURVEILLANCE: 'Law 307-Z of 15 July 2015 on operational-search activity, Article 18',
    ACCOUNT_FREEZE: 'Code of Criminal Procedure, Article 132',
    INTERVIEW: 'Code of Criminal Procedure, Article 217',
    EXTRADITION_REQUEST: 'Minsk Convention of 1993, Article 56',
    OTHER: 'Code of Criminal Procedure, Article 120',
  },
  RUSSIA: {
    ARREST: 'Code of Criminal Procedure, Article 108',
    SEARCH: 'Code of Criminal Procedure, Article 182',
    SEIZURE: 'Code of Criminal Procedure, Article 183',
    INTERCEPTION: 'Code of Criminal Procedure, Article 186',
    SURVEILLANCE: 'Federal Law 144-FZ of 12 August 1995, Article 6',
    ACCOUNT_FREEZE: 'Code of Criminal Procedure, Article 115',
    INTERVIEW: 'Code of Criminal Procedure, Article 189',
    EXTRADITION_REQUEST: 'Code of Criminal Procedure, Article 460',
    OTHER: 'Code of Criminal Procedure, Article 102',
  },
};

/** They go on for a while, and then end; the others are done in a day. */
const lasting: readonly Kind[] = ['ARREST', 'INTERCEPTION', 'SURVEILLANCE', 'ACCOUNT_FREEZE', 'OTHER'];

const stateOf = (kind: Kind, random: Random): Measure['state'] =>
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
    const kind = own.pick(measureKinds);
    const state = stateOf(kind, own);
    return {
      kind,
      state,
      date: dateFor(state, recording.openedAt, own),
      ground: grounds[recording.agency][kind],
      ...(own.chance(0.75) && { case: own.pick(investigatedIn) }),
      provenance: provenanceOf(recording, own),
    };
  });
}
