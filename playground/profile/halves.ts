import type { ConcordDocument, Handling, SelectionMap } from '../../sdk/src/index.ts';
import { type Agency, agencyNames, ownerOf, subgraphOf } from '../../terms/agencies.ts';
import type { IdentifierUse } from '../../terms/enums.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import { type Answer, handlingOf } from '../wire/answer.ts';
import { dossierIn } from './gathered.ts';
import { documentOf, type HalfFragment, partDocument } from './own-documents.ts';
import { type ProfileField, profileFields } from './profile-fields.ts';

type Recorded = Record<string, unknown>;

/** The grade of a source: the letter of its reliability and the number of the information's accuracy, such as B2. */
export interface Grade {
  reliability: string;
  accuracy: number;
}

/** A value with what its source is worth. */
export interface ProfileValue {
  recorded: Recorded;
  isContested: boolean;
  /** The officer's word on whose the identifier is, where there is one. */
  use: IdentifierUse | undefined;
  grade: Grade | undefined;
}

/** A field of one agency's half. */
export type Cell =
  | {
      state: 'values';
      values: ProfileValue[];
      /** The restrictions under which they may be used. */
      handling: readonly Handling[];
    }
  | Gap;

/** One agency's half of the person. */
export type Half =
  | {
      state: 'dossier';
      id: string;
      handlingCode: string;
      contactPoint: string;
      cells: Record<ProfileField, Cell>;
    }
  | Gap;

export type Halves = Record<Agency, Half>;

interface Provenance {
  contested?: boolean;
  sourceReliability?: string;
  informationAccuracy?: number;
}

const recordedValue = (recorded: unknown): ProfileValue => {
  const value = (
    typeof recorded === 'object' && recorded !== null ? recorded : { text: recorded }
  ) as Recorded;
  const { contested, sourceReliability, informationAccuracy } = (value.provenance ?? {}) as Provenance;
  const isGraded = sourceReliability !== undefined && informationAccuracy !== undefined;
  return {
    recorded: value,
    isContested: contested === true,
    use: (value.use as IdentifierUse | null | undefined) ?? undefined,
    grade: isGraded ? { reliability: sourceReliability, accuracy: informationAccuracy } : undefined,
  };
};

/** A document in which a suspect's halves stand. */
export type OfHalves = ConcordDocument<unknown, never, SelectionMap>;

/** The reason why a field of an agency’s dossier is null. */
export const gapOfField = (document: OfHalves, answer: Answer, agency: Agency, field: string): Gap =>
  gapOf(document, answer, ['suspect', subgraphOf(agency), field]);

/** The reason why an agency’s half is null. */
export const gapOfHalf = (document: OfHalves, answer: Answer, agency: Agency): Gap =>
  gapOf(document, answer, ['suspect', subgraphOf(agency)], { isDossier: true });

/** Both halves of a person out of the answers to the queries for them, gathered. */
export function halvesOf(answer: Answer): Halves {
  const isAsking = (agency: Agency) => answer.asking?.includes(agency) ?? false;
  const cellOf = (agency: Agency, dossier: Partial<HalfFragment>, field: ProfileField): Cell => {
    const recorded = dossier[field];
    if (recorded === undefined && isAsking(agency)) return { state: 'asking', agency };
    if (recorded === null) return gapOfField(documentOf(field, agency), answer, agency, field);
    const values = [recorded ?? []].flat();
    if (values.length === 0) return { state: 'none' };
    const handling = handlingOf(answer, field, dossier.id ?? '');
    return { state: 'values', values: values.map(recordedValue), handling };
  };
  const halfOf = (agency: Agency): Half => {
    const dossier = dossierIn(answer, agency) as HalfFragment | undefined;
    if (!dossier && isAsking(agency)) return { state: 'asking', agency };
    if (!dossier) return gapOfHalf(partDocument('summary', agency), answer, agency);
    const cells = Object.fromEntries(
      profileFields.map((field) => [field, cellOf(agency, dossier, field)]),
    ) as Record<ProfileField, Cell>;
    return {
      state: 'dossier',
      id: dossier.id,
      handlingCode: dossier.handlingCode,
      contactPoint: dossier.contactPoint,
      cells,
    };
  };
  return Object.fromEntries(agencyNames.map((agency) => [agency, halfOf(agency)])) as Halves;
}

/** The finding from both halves together. */
export type HalvesState = 'asking' | 'linked' | 'one-sided' | 'unknown' | 'withheld' | 'failed' | 'nobody';

/**
 * The finding from both halves. An agency answers for another's dossier only by a link that both have confirmed, so its
 * answer alone proves the link, whatever has become of the dossier that was asked for.
 * @param asked the dossier that was asked for
 */
export function stateOfHalves(halves: Halves, asked: string): HalvesState {
  const others = agencyNames.filter((agency) => agency !== ownerOf(asked)).map((agency) => halves[agency]);
  if (others.some(({ state }) => state === 'dossier')) return 'linked';
  const has = (wanted: Half['state']) => Object.values(halves).some(({ state }) => state === wanted);
  if (has('asking')) return 'asking';
  if (has('unavailable')) return 'unknown';
  if (has('failed')) return 'failed';
  if (has('withheld')) return 'withheld';
  return has('dossier') ? 'one-sided' : 'nobody';
}
