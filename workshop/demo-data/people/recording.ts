import type { Provenance } from '../../../subgraphs/agency/records/values/value.ts';
import type { DossierValues } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import type { LegalBasis } from '../../../terms/enums.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import { type Random, streamOf } from '../chance/random.ts';
import { momentBetween } from '../chance/time.ts';
import type { Gang } from './gang.ts';
import type { Person } from './person.ts';

/**
 * One agency's recording of one person: all that a list of the dossier is made from. A list is one file that turns a
 * recording into values; it draws what is true of the person from `ofPerson` and what this agency happens to know of it
 * from `ofAgency`, so the two agencies' dossiers of one person agree where both know something.
 */
export interface Recording {
  agency: DemoAgency;
  person: Person;
  /** The dossier and all its values were recorded then, in one step. */
  openedAt: Date;
  /** Whether the other agency has a dossier that a link names, whatever was decided of it. */
  linked: boolean;
  /** Whether the dossier belongs to the demo case of its agency. */
  inDemoCase: boolean;
  /** The gang that the person is in, whatever the agency knows of it. */
  gang: Gang | undefined;
  /** The id of the agency's own record of it. */
  group: string | undefined;
  /** A stream that is the same for both agencies. */
  ofPerson(list: string): Random;
  /** A stream of this agency's recording alone. */
  ofAgency(list: string): Random;
}

const dossiersSince = new Date('2023-06-01T06:00:00Z');
const dossiersUntil = new Date('2026-10-16T15:00:00Z');

export function recordingOf(
  seed: number,
  agency: DemoAgency,
  person: Person,
  situation: Pick<Recording, 'linked' | 'inDemoCase' | 'gang'>,
): Recording {
  const ofPerson = (list: string) => streamOf(seed, person.key, list);
  const ofAgency = (list: string) => streamOf(seed, person.key, agency, list);
  const random = ofAgency('opened');
  // The later of two draws: a register grows, and articles of 2025 need dossiers opened since.
  const openedAt = [1, 2].map(() => momentBetween(random, dossiersSince, dossiersUntil));
  openedAt.sort((one, other) => other.getTime() - one.getTime());
  const [latest = dossiersUntil] = openedAt;
  return { agency, person, openedAt: latest, ...situation, group: undefined, ofPerson, ofAgency };
}

const legalBases: readonly (readonly [LegalBasis, number])[] = [
  ['NATIONAL_LAW', 80],
  ['COOPERATION_AGREEMENT', 7],
  ['MINSK_CONVENTION_1993', 3],
  ['CHISINAU_CONVENTION_2002', 4],
  ['CIS_CYBERCRIME_AGREEMENT_2018', 6],
];

/** Held for five to ten years: `retainUntil` is a day, and follows `recordedAt` by 5 to 9 years and up to a day. */
const retainUntil = (recordedAt: Date, years: number): Date =>
  new Date(
    Date.UTC(recordedAt.getUTCFullYear() + years, recordedAt.getUTCMonth(), recordedAt.getUTCDate() + 1),
  );

export const drawnProvenance = (recordedAt: Date, random: Random): Provenance => ({
  sourceReliability: random.weighted([
    ['A', 40],
    ['B', 35],
    ['C', 10],
    ['X', 15],
  ]),
  informationAccuracy: random.weighted([
    [1, 35],
    [2, 35],
    [3, 15],
    [4, 15],
  ]),
  legalBasis: random.weighted(legalBases),
  recordedAt,
  retainUntil: retainUntil(recordedAt, random.between(5, 9)),
  contested: random.chance(0.04),
});

export const provenanceOf = ({ openedAt }: Recording, random: Random): Provenance =>
  drawnProvenance(openedAt, random);

/** A value as a list makes it; its id, and what the product works out of a value, come with the rest of the dossier. */
export type Draft<Value> = Omit<Value, 'id' | 'node' | 'checksum'>;

type DraftOf<Field> = Field extends readonly (infer Value)[] ? Draft<Value>[] : Draft<Field>;

/** The values of a dossier as its lists make them; a list that is left out is empty. */
export type DraftValues = { [Field in keyof DossierValues]?: DraftOf<Required<DossierValues>[Field]> };
