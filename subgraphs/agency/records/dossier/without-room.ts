import type { HistoryAction } from '../../../../terms/enums.ts';
import { type Problem, refuse } from '../problem.ts';
import type { DossierRecord } from './dossier-record.ts';
import type { Step } from './step.ts';

/**
 * From so many bytes on a dossier is full. MongoDB takes no document above 16 MiB, and the lists of a dossier come to less than 8
 * when each is at its end, so none becomes so large by what officers do; what an earlier version, or a restore, has left may be.
 */
export const fullFrom = 12 * 1024 * 1024;

/** Most messages that may wait in a dossier; only a step that takes away adds more. */
export const mostPending = 1_000;

/** True for a step that only takes away or marks, which must be possible however full the dossier is. */
const takesAway: Readonly<Record<HistoryAction, boolean | 'IF_IT_ADDS_NOTHING'>> = {
  RECORD: false,
  AMEND: 'IF_IT_ADDS_NOTHING',
  CONTEST: true,
  UNCONTEST: false,
  RETAIN: false,
  CHANGE_HANDLING: true,
  CLOSE: true,
  ADD_CASE: false,
  PROPOSE_RELEASE: false,
  GRANT_RELEASE: false,
  RECALL_RELEASE: true,
  HOLD_RELEASE: true,
  OPEN_RELEASE: false,
  PROPOSE_SHAREABLE: false,
  COUNTERSIGN_SHAREABLE: false,
  TURN_DOWN_SHAREABLE: true,
  COUNTERSIGN_VALUES: false,
  PROPOSE_LINK: false,
  COUNTERSIGN_LINK: false,
  WITHDRAW_LINK: true,
  TELL_LINK: true,
  LAPSE_LINK: true,
  ERASE: true,
  COUNTERSIGN_REMOVAL: true,
  TAKE_BACK_REMOVAL: true,
  REMOVE_BY_ORDER: true,
  SETTLE_REMOVAL: true,
  PLAN_MEASURE: false,
  // What is under way must be ended, and seen to be, whatever room there is: its outcome is a few numbers.
  AUTHORISE_MEASURE: true,
  START_MEASURE: true,
  FINISH_MEASURE: true,
  CANCEL_MEASURE: true,
  LIFT_MEASURE: true,
};

const onlyTakesAway = ({ entry: { action, changes } }: Step): boolean => {
  const rule = takesAway[action];
  return rule === 'IF_IT_ADDS_NOTHING'
    ? changes.every(({ before, after }) => after === undefined || before !== undefined)
    : rule;
};

/** The size in bytes of JSON, which for these records is about what the database counts. */
const sizeOf = (dossier: object): number => Buffer.byteLength(JSON.stringify(dossier));

/** A refusal of a step for which the dossier has no room; undefined where it has, or where the step needs none. */
export function withoutRoom(dossier: DossierRecord, step: Step): { problems: Problem[] } | undefined {
  if (onlyTakesAway(step)) return undefined;
  const isWaiting = (dossier.pending?.length ?? 0) > mostPending;
  if (!isWaiting && sizeOf({ ...dossier, ...step.set }) <= fullFrom) return undefined;
  const message =
    'This dossier is full: remove something from it, or wait until its messages have reached the other agency.';
  return refuse('DOSSIER_FULL', message, 'dossier');
}
