import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import type { HandlingCode, MeasureCheckState, MeasureState } from '../../../terms/enums.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  MeasuresOfDossierOfOwnDocuments,
  MeasuresOfOwnDocuments,
  type PlannedMeasureListedFragment,
  type PlannedMeasureShownFragment,
  type TakenMeasureListedFragment,
  type TakenMeasureShownFragment,
} from '../../generated/operations.ts';
import type { Page, PagedQuestion } from '../../list/page.ts';
import type { OwnDocument } from '../../profile/own-documents.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** Measures of a page. A week of a case rarely has more, and a calendar is to have all of them. */
export const measuresOfPage = 50;

/** The choice of a list: a day of its week, and the state and the comparison of its measures where one is chosen. */
export interface MeasureChoice {
  /** Undefined for measures of any time. */
  week?: string | undefined;
  state?: MeasureState | undefined;
  check?: MeasureCheckState | undefined;
}

/** A measure of a list, whichever class it is of. */
export type ListedMeasure = PlannedMeasureListedFragment &
  Partial<Omit<TakenMeasureListedFragment, keyof PlannedMeasureListedFragment>>;

/** A place of a list: the measure, or the reason why it is not told. */
export interface MeasureLine {
  id: string;
  /** Null where the dossier was erased meanwhile. */
  dossier: string | null;
  measure: ListedMeasure | { gap: Gap };
}

export type MeasurePage = Page<MeasureLine>;

/** The measure of a line, where it is told. */
export const measureOf = ({ measure }: MeasureLine): ListedMeasure | undefined =>
  'gap' in measure ? undefined : measure;

/** The measures of such a choice. */
export const measuresQuestion: PagedQuestion<MeasureChoice, MeasurePage> = {
  operation: (agency, { week, state, check }, after) =>
    operationOf(MeasuresOfOwnDocuments[agency], {
      first: measuresOfPage,
      ...(week !== undefined && { week }),
      ...(state && { states: [state] }),
      ...(check && { checks: [check] }),
      ...(after && { after }),
    }),
  pageIn(answer, agency) {
    const document = MeasuresOfOwnDocuments[agency];
    const page = dataOf(document, answer)?.agency?.measures;
    if (!page) return { gap: gapOf(document, answer, ['agency', 'measures']) };
    const nodes = page.nodes.map(({ id, dossier, planned, taken }, place): MeasureLine => {
      const path = ['agency', 'measures', 'nodes', place];
      const gap = () => {
        const why = gapOf(document, answer, [...path, 'planned']);
        return why.state === 'none' ? gapOf(document, answer, [...path, 'taken']) : why;
      };
      return { id, dossier: dossier?.id ?? null, measure: planned ?? taken ?? { gap: gap() } };
    });
    return { page: { nodes, pageInfo: page.pageInfo } };
  },
};

/** A measure of a dossier with all that the page tells of it, whichever class it is of. */
export type ShownMeasure = Omit<PlannedMeasureShownFragment, 'provenance'> &
  Partial<Pick<PlannedMeasureShownFragment, 'provenance'>> &
  Partial<Omit<TakenMeasureShownFragment, keyof PlannedMeasureShownFragment>>;

/** The measures of a dossier as far as they are told. */
export interface DossierMeasures {
  dossier: string;
  /** The version that was read with them. */
  version: number | null;
  /** True for a dossier for its owner alone, whose measures are not compared unless a supervisor says so. */
  isSecret: boolean;
  /** Undefined where they are not told. */
  cases: readonly string[] | undefined;
  /** By their first day. */
  measures: readonly ShownMeasure[];
  /** The reasons why measures of a class are not told. */
  gaps: readonly Gap[];
}

interface DossierHalf {
  id: string;
  version: number | null;
  handlingCode: HandlingCode | null;
  cases: readonly string[] | null;
  plannedMeasures: readonly PlannedMeasureShownFragment[] | null;
  measures: readonly TakenMeasureShownFragment[] | null;
}

const dossierDocuments: Record<Agency, OwnDocument<DossierHalf>> = MeasuresOfDossierOfOwnDocuments;

export const dossierOperation = (agency: Agency, id: string): OwnOperation =>
  operationOf(dossierDocuments[agency], { id });

const orderOf = ({ window, date }: ShownMeasure): string => window?.from ?? date;

/** The measures of a dossier in an answer, or the reason why there are none: no such dossier, or none that the viewer may know of, are one. */
export function dossierIn(answer: Answer, agency: Agency): DossierMeasures | { gap: Gap } {
  const document = dossierDocuments[agency];
  const name = subgraphOf(agency);
  const suspect = dataOf(document, answer)?.suspect;
  const half = suspect?.[name];
  if (!half)
    return { gap: gapOf(document, answer, suspect ? ['suspect', name] : ['suspect'], { isDossier: true }) };
  const { id, version, handlingCode, cases, plannedMeasures, measures } = half;
  const gaps = (['plannedMeasures', 'measures'] as const).flatMap((field) =>
    half[field] ? [] : gapOf(document, answer, ['suspect', name, field]),
  );
  const told: ShownMeasure[] = [...(plannedMeasures ?? []), ...(measures ?? [])];
  told.sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
  const isSecret = handlingCode === 'ORIGINATOR_ONLY';
  return { dossier: id, version, isSecret, cases: cases ?? undefined, measures: told, gaps };
}
