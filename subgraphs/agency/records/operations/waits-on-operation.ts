import { agreedAt, lapseOf } from './half/agreed-at.ts';
import { draftOf } from './half/draft-of.ts';
import { isAsked, type JointOperation, offerOf } from './half/joint-operation.ts';
import { endOf, isSuspended, lastDay, operationState } from './half/operation-state.ts';

/** The kinds of step that wait on operations. */
export type OperationWaitingKind =
  | 'OPERATION_TO_COUNTERSIGN'
  | 'OPERATION_TO_ANSWER'
  | 'OPERATION_TO_RENEW'
  | 'OPERATION_TO_RESUME'
  | 'OPERATION_TO_EVALUATE'
  | 'OPERATION_RELEASE_TO_PROPOSE';

/** A step on an operation that waits for an officer. */
export interface WaitingStepOnOperation {
  kind: OperationWaitingKind;
  /** The officer for whom it does not wait, because the step before was theirs. */
  not?: string;
  since: Date;
  due?: Date;
}

/** A later last day that the other agency has signed, and this one has not. */
function renewalAsked(operation: JointOperation): { since: Date } | undefined {
  const { mine, theirs } = operation;
  const last = lastDay(operation);
  const asked = theirs.renewals.find(
    ({ until }) => last !== undefined && until > last && !mine.renewals.some((own) => own.until === until),
  );
  return asked && { since: asked.at };
}

/** When the other agency has said that it wants to go on after every suspension; undefined where it has not. */
function resumeAsked({ mine, theirs }: JointOperation): Date | undefined {
  const { resumed } = theirs;
  const isAll = resumed && resumed.own >= theirs.suspensions && resumed.other >= mine.suspensions;
  return isAll ? resumed.at : undefined;
}

/** The step that waits at this agency; undefined where the other one, or time, is next. What has a date comes before what has none. */
export function waitsOnOperation(operation: JointOperation, now: Date): WaitingStepOnOperation | undefined {
  const state = operationState(operation, now);
  const offer = offerOf(operation);
  const ends = offer && !agreedAt(operation) ? lapseOf(offer.at, offer.terms.until) : endOf(operation);
  const due = ends && ends > now ? { due: ends } : {};
  const draft = draftOf(operation, now);
  if (draft) return { kind: 'OPERATION_TO_COUNTERSIGN', not: draft.by, since: draft.at, ...due };
  switch (state) {
    case 'PROPOSED':
      return offer && isAsked(operation)
        ? { kind: 'OPERATION_TO_ANSWER', since: offer.at, ...due }
        : undefined;
    case 'AGREED':
    case 'ACTIVE':
    case 'SUSPENDED': {
      const renewal = renewalAsked(operation);
      if (renewal) return { kind: 'OPERATION_TO_RENEW', ...renewal, ...due };
      const since = isSuspended(operation) ? resumeAsked(operation) : undefined;
      if (since) return { kind: 'OPERATION_TO_RESUME', since, ...due };
      const [drafted] = operation.releaseDrafts ?? [];
      return drafted && { kind: 'OPERATION_RELEASE_TO_PROPOSE', since: drafted.at, ...due };
    }
    case 'ENDED':
      return operation.mine.evaluation
        ? undefined
        : { kind: 'OPERATION_TO_EVALUATE', since: endOf(operation) ?? now };
    default:
      return undefined;
  }
}
