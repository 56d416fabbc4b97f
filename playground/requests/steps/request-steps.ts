import { actions } from '../../../terms/actions.ts';
import type { RequestEventKind } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import type { AlertStep } from '../../alerts/alert-steps.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';
import type { MeasureStep } from '../../measures/steps/measure-steps.ts';
import type { StepName } from '../../step/step-operation.ts';
import type { RequestHalf } from '../half/own-requests.ts';

/** A step on a request that is there. */
export type RequestStep = Exclude<
  StepName,
  | AlertStep
  | MeasureStep
  | `${string}Operation${string}`
  | 'proposeLink'
  | 'draftRequest'
  | 'setDeputy'
  | 'endDeputy'
>;

export const mayDraft = (viewer: Pick<Viewer, 'roles'>): boolean => hasOneOf(viewer, actions.draftRequest);
export const mayReadRequests = (viewer: Pick<Viewer, 'roles'>): boolean =>
  hasOneOf(viewer, actions.readRequests);

export const hasHappened = ({ events }: Pick<RequestHalf, 'events'>, kind: RequestEventKind): boolean =>
  events.some((event) => event.kind === kind);

/** The steps of `stepsOn`, with the second officer's word on what waits for it first. */
const withWords = (half: RequestHalf, steps: RequestStep[]): RequestStep[] =>
  half.waitingWords ? ['countersignWords', ...steps] : steps;

/** The steps that a request waits for, whatever the officer's role, and those that can be taken meanwhile. */
function stepsOn(half: RequestHalf): RequestStep[] {
  const { box, state } = half;
  if (box === 'SENT') {
    if (half.endedAt !== null) return state === 'CLOSED' ? [] : ['closeRequest'];
    if (state === 'DRAFT') return ['authoriseRequest', 'withdrawRequest'];
    return state === 'CLARIFICATION' && half.clarification === null
      ? withWords(half, ['clarifyRequest', 'withdrawRequest'])
      : ['withdrawRequest'];
  }
  if (half.endedAt !== null || state === 'CLARIFICATION') return [];
  // What was decided and waits is confirmed or taken back; an answer on the form is neither.
  if (hasHappened(half, 'DECIDED') && !hasHappened(half, 'ACCEPTED')) return [];
  if (half.proposal) return ['decideAnswer'];
  if (!hasHappened(half, 'ACCEPTED') && half.isOverdue) return ['acceptRequest'];
  if (!hasHappened(half, 'ACCEPTED'))
    return half.question === null && half.formQuestions === null
      ? withWords(half, ['acceptRequest', 'questionForm', 'questionRequest', 'proposeAnswer'])
      : ['acceptRequest', 'proposeAnswer'];
  return half.extensionReason === null && !half.isOverdue
    ? withWords(half, ['proposeAnswer', 'extendRequest'])
    : ['proposeAnswer'];
}

/** The steps that a request takes next from an officer of this agency: what it waits for comes first. */
const stepsNext = (half: RequestHalf, { subject }: Pick<Viewer, 'subject'>): RequestStep[] =>
  half.box === 'RECEIVED' && half.endedAt === null
    ? [...stepsOn(half), ...(half.assignedTo === subject ? [] : ['takeUpRequest' as const]), 'assignRequest']
    : stepsOn(half);

/** The step that must not be taken by the officer of the one before. */
const before: Partial<Record<RequestStep, RequestEventKind>> = {
  authoriseRequest: 'DRAFTED',
  decideAnswer: 'PROPOSED',
};

/** True if the step before this one was the viewer's own. */
const isForAnother = (
  { events, waitingWords }: RequestHalf,
  step: RequestStep,
  { subject }: Pick<Viewer, 'subject'>,
) =>
  (step === 'countersignWords' && waitingWords?.by === subject) ||
  events.some(({ kind, by }) => kind === before[step] && by === subject);

/** The steps that the page offers an officer on a request. */
export interface StepsOpen {
  steps: RequestStep[];
  /** A step that waits for another officer, because the one before was this officer's. */
  forAnother: RequestStep | undefined;
}

export function stepsOpen(half: RequestHalf, viewer: Pick<Viewer, 'roles' | 'subject'>): StepsOpen {
  const own = stepsNext(half, viewer).filter((step) => hasOneOf(viewer, actions[step]));
  return {
    steps: own.filter((step) => !isForAnother(half, step, viewer)),
    forAnother: own.find((step) => isForAnother(half, step, viewer)),
  };
}
