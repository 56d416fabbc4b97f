import type { Agency } from '../../../terms/agencies.ts';
import type { OperationState } from '../../../terms/enums.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  JointOperationOfOwnDocuments,
  JointOperationsOfOwnDocuments,
  type ListedOperationOfBelarusFragment,
  type OperationHalfOfBelarusFragment,
  OperationNamesOfOwnDocuments,
  type OperationOutcomeOfBelarusQuery,
  OperationOutcomeOfOwnDocuments,
  type OperationPlanOfBelarusQuery,
  OperationPlanOfOwnDocuments,
} from '../../generated/operations.ts';
import { type Page, type PagedQuestion, pageSize } from '../../list/page.ts';
import type { ListedMeasure } from '../../measures/own/own-measures.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The own agency's half of a joint operation in a list; the halves of all agencies have one form. */
export type ListedHalf = ListedOperationOfBelarusFragment;

/** A joint operation of a list. */
export interface ListedOperation {
  id: string;
  half: ListedHalf | null;
}

/** A page of joint operations, as the page asks for it. */
export type OperationPage = Page<ListedOperation>;

type Common = OperationHalfOfBelarusFragment;
type Plan = HalfIn<OperationPlanOfBelarusQuery>;
type Came = HalfIn<OperationOutcomeOfBelarusQuery>;

/** The half in the data of a part. */
type HalfIn<Query extends { agency: { operation: { half: unknown } | null } | null }> = NonNullable<
  NonNullable<NonNullable<Query['agency']>['operation']>['half']
>;

/** A measure of this agency in an operation: as its dossier tells it, or the reason why it does not. */
export interface OwnLine {
  /** Names the measure in the operation. */
  id: string;
  isTold: boolean;
  need: Plan['measures'][number]['need'];
  /** The dossier and the measure as a list of measures names them; null where the measure is not told. */
  of: string | null;
  dossier: string | null;
  measure: ListedMeasure | { gap: Gap };
}

/** The own agency's half of a joint operation, put together from the parts in which it is asked for. */
export type OperationHalf = Common &
  Pick<Plan, 'plan'> &
  Came & {
    measures: readonly OwnLine[];
    /** The reasons why a part did not come. */
    gaps: readonly Gap[];
  };

/** A measure of the other agency, as that agency tells it. */
export type ToldMeasure = Plan['plan'][number];

/** The step that waits for a second officer. */
export type OperationDraft = NonNullable<Common['draft']>;

/** A release that a member has drafted for the operation, and that waits to be proposed. */
export type ReleaseDraft = Came['releaseDrafts'][number];

/** The results of one agency's part. */
export type OperationResults = NonNullable<Came['results']>;

/** An agency's evaluation. */
export type OperationEvaluation = NonNullable<Common['evaluation']>;

/** The operations in a state, or in any where none is chosen. */
export const operationsQuestion: PagedQuestion<OperationState | undefined, OperationPage> = {
  operation: (agency, state, after) =>
    operationOf(JointOperationsOfOwnDocuments[agency], {
      first: pageSize,
      ...(state && { states: [state] }),
      ...(after && { after }),
    }),
  pageIn(answer, agency) {
    const document = JointOperationsOfOwnDocuments[agency];
    const page = dataOf(document, answer)?.agency?.operations;
    return page ? { page } : { gap: gapOf(document, answer, ['agency', 'operations']) };
  },
};

/** The parts in which one operation is asked for: each has few enough fields for one question. */
export const operationParts = ['common', 'plan', 'outcome'] as const;
export type OperationPart = (typeof operationParts)[number];

const documents = {
  common: JointOperationOfOwnDocuments,
  plan: OperationPlanOfOwnDocuments,
  outcome: OperationOutcomeOfOwnDocuments,
} as const;

/** The question for a part of one operation. */
export const partOperation = (agency: Agency, part: OperationPart, id: string): OwnOperation =>
  operationOf(documents[part][agency], { id });

const pathOf = (operation: unknown) => ['agency', 'operation', ...(operation ? ['half'] : [])];

/** The measures of this agency, each as its dossier tells it. */
function ownLines(answer: Answer, agency: Agency, measures: Plan['measures']): OwnLine[] {
  return measures.map(({ id, isTold, need, measure }, place) => {
    const at = [...pathOf(true), 'measures', place, 'measure'];
    const gapAt = (...field: string[]) => gapOf(documents.plan[agency], answer, [...at, ...field]);
    const gap = () => {
      if (!measure) return gapAt();
      const why = gapAt('planned');
      return why.state === 'none' ? gapAt('taken') : why;
    };
    return {
      ...{ id, isTold, need, of: measure?.id ?? null, dossier: measure?.dossier?.id ?? null },
      measure: measure?.planned ?? measure?.taken ?? { gap: gap() },
    };
  });
}

/** The answers to the parts, as far as there are any. */
export type PartAnswers = { common: Answer } & Readonly<
  Partial<Record<Exclude<OperationPart, 'common'>, Answer | undefined>>
>;

const unanswered: Gap = { state: 'failed', code: 'NO_ANSWER' };

/**
 * The operation in the answers to its parts, or the reason why there is none: no such operation, or none that the viewer may know of, are one. A part that
 * did not come leaves a gap, and the rest is told all the same.
 */
export function operationIn(answers: PartAnswers, agency: Agency): { half: OperationHalf } | { gap: Gap } {
  const common = dataOf(documents.common[agency], answers.common)?.agency?.operation;
  if (!common?.half) return { gap: gapOf(documents.common[agency], answers.common, pathOf(common)) };
  const { plan, outcome } = answers;
  const planned = plan && dataOf(documents.plan[agency], plan)?.agency?.operation;
  const came = outcome && dataOf(documents.outcome[agency], outcome)?.agency?.operation;
  const gaps = [
    ...(planned?.half ? [] : [plan ? gapOf(documents.plan[agency], plan, pathOf(planned)) : unanswered]),
    ...(came?.half ? [] : [outcome ? gapOf(documents.outcome[agency], outcome, pathOf(came)) : unanswered]),
  ];
  const half: OperationHalf = {
    ...common.half,
    measures: plan && planned?.half ? ownLines(plan, agency, planned.half.measures) : [],
    plan: planned?.half?.plan ?? [],
    results: came?.half?.results ?? null,
    otherResults: came?.half?.otherResults ?? null,
    releaseDrafts: came?.half?.releaseDrafts ?? [],
    steps: came?.half?.steps ?? [],
    gaps,
  };
  return { half };
}

/** The question for the code names that are free. */
export const namesOperation = (agency: Agency): OwnOperation =>
  operationOf(OperationNamesOfOwnDocuments[agency], {});

/** The free code names in an answer. */
export const namesIn = (answer: Answer, agency: Agency): readonly string[] =>
  dataOf(OperationNamesOfOwnDocuments[agency], answer)?.agency?.operationNames ?? [];

/** The measure of a line, where it is told. */
export const measureOfLine = ({ measure }: OwnLine): ListedMeasure | undefined =>
  'gap' in measure ? undefined : measure;
