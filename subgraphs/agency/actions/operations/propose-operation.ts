import { type ActionOutcome, invalid } from '../../records/action-outcome.ts';
import type { Author } from '../../records/dossier/step.ts';
import { newMessageId } from '../../records/messages/message.ts';
import type { JointOperation } from '../../records/operations/half/joint-operation.ts';
import { withColumns } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { nameTaken } from '../../records/operations/steps/refused-operation-step.ts';
import type { OperationStore } from '../../storage/operations/operation-store.ts';
import { dayIsSpent } from '../demand-within-day.ts';
import { demandSameRequest } from '../same-request.ts';
import { takenStep } from '../with-taken.ts';
import { countedOffer } from './counted-offer.ts';

/**
 * Stores an operation that an officer proposes, once: sent again, it is answered as it was then.
 * @throws QUOTA_SPENT
 */
export async function proposeOperation(
  operations: Pick<OperationStore, 'propose' | 'proposed' | 'confirm'>,
  operation: JointOperation,
  author: Author,
): Promise<ActionOutcome<{ record: OperationRecord }>> {
  const { by, at, idempotency } = author;
  const { id: _id, other } = operation;
  const proposedWith = `${by} ${idempotency.key}`;
  const taken = [{ ...takenStep(author), at }];
  const record = withColumns(
    { _id, version: 1, other, place: newMessageId(at), operation, proposedWith, taken },
    at,
  );
  const outcome = await operations.propose(record, author, countedOffer);
  if (outcome === 'INSERTED') return { record };
  const same = await operations.proposed(proposedWith);
  if (same) {
    demandSameRequest(same.taken[0]?.fingerprint, author);
    await operations.confirm(same._id);
    return { record: same };
  }
  if (outcome === 'TOO_MANY') throw dayIsSpent(author, 'offered', countedOffer.offered);
  return invalid(nameTaken('terms.name'));
}
