import type { Model } from 'mongoose';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import { isToldAnew, toldMessage } from '../../records/operations/operation-data.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';

/** States anew what this agency has told another one of the joint operations between them, the oldest first. */
export const operationRestatement = ({
  operations,
}: {
  operations: Model<OperationRecord>;
}): Restatement => ({
  async *messagesTo(agency, at) {
    const found = operations.find({}).sort({ place: 1 }).lean<OperationRecord>();
    for await (const { operation, other } of found.cursor())
      if (other === agency && isToldAnew(operation)) yield toldMessage(operation, at);
  },
});
