import { type WaitingAction, type WaitingKind, waitingKinds } from '../../../terms/enums.ts';
import { mayAct } from './may-act.ts';
import type { Verdicts } from './verdicts.ts';

/** `GRANT_RELEASE` as an action is called: `grantRelease`. */
type ActionNamed<Step extends string> = Step extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<ActionNamed<Rest>>}`
  : Lowercase<Step>;

/** The action behind a step that can be taken on something that waits. It has the step's name. */
export const actionOfStep = (step: WaitingAction): ActionNamed<WaitingAction> =>
  step
    .toLowerCase()
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as ActionNamed<WaitingAction>;

/** The steps by which each kind stops waiting. The first is the one that it waits for, and is for the officers to whom it is shown. */
const stepsOf: Readonly<Record<WaitingKind, readonly [WaitingAction, ...WaitingAction[]]>> = {
  RELEASE_TO_GRANT: ['GRANT_RELEASE', 'RECALL_RELEASE'],
  LINK_TO_COUNTERSIGN: ['COUNTERSIGN_LINK', 'WITHDRAW_LINK'],
  LINK_TO_ANSWER: ['PROPOSE_LINK'],
  LINK_DISPUTED: ['WITHDRAW_LINK'],
  SHAREABLE_TO_COUNTERSIGN: ['COUNTERSIGN_SHAREABLE', 'TURN_DOWN_SHAREABLE'],
  VALUES_TO_COUNTERSIGN: ['COUNTERSIGN_VALUES'],
  REMOVAL_TO_COUNTERSIGN: ['COUNTERSIGN_REMOVAL', 'TAKE_BACK_REMOVAL'],
  GROUP_TO_COUNTERSIGN: ['COUNTERSIGN_GROUP'],
  MESSAGE_PARKED: ['TRY_MESSAGE_AGAIN', 'DISMISS_MESSAGE'],
  REQUEST_TO_AUTHORISE: ['AUTHORISE_REQUEST', 'WITHDRAW_REQUEST'],
  REQUEST_TO_CLARIFY: ['CLARIFY_REQUEST'],
  REQUEST_TO_ACCEPT: ['ACCEPT_REQUEST', 'QUESTION_FORM', 'QUESTION_REQUEST', 'PROPOSE_ANSWER'],
  REQUEST_TO_ANSWER: ['PROPOSE_ANSWER', 'EXTEND_REQUEST'],
  ANSWER_TO_DECIDE: ['DECIDE_ANSWER'],
  QUESTION_TO_COUNTERSIGN: ['COUNTERSIGN_WORDS'],
  EXTENSION_TO_COUNTERSIGN: ['COUNTERSIGN_WORDS'],
  CLARIFICATION_TO_COUNTERSIGN: ['COUNTERSIGN_WORDS'],
  WIDELY_SHARED_TO_COUNTERSIGN: ['CALL_WIDELY_SHARED'],
  MEASURE_TO_AUTHORISE: ['AUTHORISE_MEASURE', 'CANCEL_MEASURE'],
  MEASURE_UNAUTHORISED: ['AUTHORISE_MEASURE'],
  MEASURE_TO_FINISH: ['FINISH_MEASURE', 'LIFT_MEASURE'],
  MEASURE_TO_COORDINATE: ['COORDINATE_MEASURE', 'OVERRIDE_MEASURE'],
  OPERATION_TO_COUNTERSIGN: ['COUNTERSIGN_OPERATION'],
  OPERATION_TO_ANSWER: ['ACCEPT_OPERATION', 'SEND_BACK_OPERATION', 'DECLINE_OPERATION'],
  OPERATION_TO_RENEW: ['RENEW_OPERATION'],
  OPERATION_TO_RESUME: ['RESUME_OPERATION'],
  OPERATION_TO_EVALUATE: ['EVALUATE_OPERATION'],
  OPERATION_RELEASE_TO_PROPOSE: ['PROPOSE_OPERATION_RELEASE', 'DROP_OPERATION_RELEASE'],
};

/** The steps that a viewer with these roles may take on something of a kind that waits. */
export const stepsFor = (
  kind: WaitingKind,
  { side, roles }: Pick<Verdicts, 'side' | 'roles'>,
): WaitingAction[] => stepsOf[kind].filter((step) => mayAct(side, roles, actionOfStep(step)));

/** The kinds that wait for a viewer with these roles. */
export const waitingKindsFor = (verdicts: Pick<Verdicts, 'side' | 'roles'>): WaitingKind[] =>
  waitingKinds.filter((kind) => stepsFor(kind, verdicts)[0] === stepsOf[kind][0]);
