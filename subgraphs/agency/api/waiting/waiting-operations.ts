import { type OperationWaitingKind, waitsOnOperation } from '../../records/operations/waits-on-operation.ts';
import { isKnownOperation, operationListsFor } from '../operations/shown-operation.ts';
import { type Finder, itemOf } from './waiting-item.ts';

/** Operations on which a kind of step waited when they were written: time may have ended it since. */
const ofKind =
  (kind: OperationWaitingKind): Finder =>
  async (part, context) => {
    const { now, stores, viewer } = context;
    const asked = { kind, not: viewer.subject, lists: operationListsFor(context) };
    return (await stores.waiting.operations(asked, part)).map((record) => ({
      order: record.order ?? '',
      async show() {
        const step = waitsOnOperation(record.operation, now);
        if (step?.kind !== kind || step.not === viewer.subject || !isKnownOperation(record, context))
          return undefined;
        const { since, due } = step;
        return {
          ...itemOf(kind, { id: `${record._id} ${kind}`, since, due }, context),
          __typename: 'WaitingOperation',
          operation: { id: record._id, record },
        };
      },
    }));
  };

/** The finders of steps that wait on joint operations, by kind. */
export const waitingOperations: Readonly<Record<OperationWaitingKind, Finder>> = {
  OPERATION_TO_COUNTERSIGN: ofKind('OPERATION_TO_COUNTERSIGN'),
  OPERATION_TO_ANSWER: ofKind('OPERATION_TO_ANSWER'),
  OPERATION_TO_RENEW: ofKind('OPERATION_TO_RENEW'),
  OPERATION_TO_RESUME: ofKind('OPERATION_TO_RESUME'),
  OPERATION_TO_EVALUATE: ofKind('OPERATION_TO_EVALUATE'),
  OPERATION_RELEASE_TO_PROPOSE: ofKind('OPERATION_RELEASE_TO_PROPOSE'),
};
