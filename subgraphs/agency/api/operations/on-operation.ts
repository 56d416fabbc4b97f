import type { Action } from '../../../../terms/actions.ts';
import { settleReleases } from '../../actions/operations/settle-releases.ts';
import { stepOperation } from '../../actions/operations/step-operation.ts';
import type { unknownRecord } from '../../records/action-outcome.ts';
import type { OperationEvent } from '../../records/operations/half/operation-event.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { Problem } from '../../records/problem.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';
import { isKnownOperation } from './shown-operation.ts';

/** The operation that a step is on, as its officer has read it. */
export interface Target {
  operation: string;
  version?: number;
}

/** The step without its officer and time. */
type Step = OperationEvent extends infer Event
  ? Event extends OperationEvent
    ? Omit<Event, 'by' | 'at'>
    : never
  : never;
type Given = Step | { problems: Problem[] };

/** Works out a step from its input; it looks nothing up that the officer may not know of. */
type ReadStep<Input> = (
  input: Input,
  context: RequestContext,
) => Given | Promise<Given | ReturnType<typeof unknownRecord>>;

/** The operation that was written, of which the officer has learned. */
export function recordedOperation(record: OperationRecord, { reads }: Pick<RequestContext, 'reads'>) {
  reads.noteOperation(record._id);
  return { __typename: 'RecordedOperation', record };
}

/** The resolver of an action on an operation that there is. */
export const onOperation =
  <Input extends Target>(
    action: Action,
    read: ReadStep<Input>,
    { reachesAbroad = true, closes = false }: { reachesAbroad?: boolean; closes?: boolean } = {},
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    const author = authorOf(context, action, input);
    const { stores } = context;
    const isTakenBack = 'approves' in input && input.approves === false;
    if (reachesAbroad && !isTakenBack) demandGroundAbroad(context, action);
    const given = await read(input, context);
    if ('__typename' in given) return given;
    const outcome = await stepOperation(stores, author, {
      operation: input.operation,
      ...(input.version !== undefined && { version: input.version }),
      isKnown: (record) => isKnownOperation(record, context),
      event: () => ('problems' in given ? given : { ...given, by: author.by, at: author.at }),
      isSuspended: stores.suspensions.isSuspended,
    });
    if (!('record' in outcome)) return outcome;
    // The job of each minute does so too, where this fails.
    if (closes)
      await settleReleases({ ...stores, lookups: stores.operationLookups }, input.operation, context.now);
    return recordedOperation(outcome.record, context);
  };
