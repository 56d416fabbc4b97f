import { isDeepStrictEqual } from 'node:util';
import type { Agency } from '../../../../terms/agencies.ts';
import { agencies } from '../../../../terms/agencies.ts';
import { type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import type { ApplyResult } from '../../channel/stores/inbox.ts';
import { newMessageId } from '../../records/messages/message.ts';
import { heardSide } from '../../records/operations/heard-side.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import { operationData, operationTold, type ToldOperation } from '../../records/operations/operation-data.ts';
import { operationNews } from '../../records/operations/operation-news.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { heardOfOperation } from '../../records/operations/steps/new-operation.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';
import type { OperationStore } from '../../storage/operations/operation-store.ts';
import { type FollowingOperations, followOperation } from '../operations/follow-operation.ts';
import { takeStep } from '../take-step.ts';

/** The parts of an agency that another agency's messages about operations change. */
export interface ReceivingOperations {
  own: Agency;
  stores: FollowingOperations & { operations: Pick<OperationStore, 'read' | 'insert' | 'write'> };
  book: Pick<NoticeBook, 'note'>;
  /** The moment before which what is over was erased. */
  erasedBefore(now: Date): Date;
}

interface Heard {
  record: OperationRecord;
  isNew: boolean;
  /** What becomes of the message itself. */
  result: ApplyResult;
}

/** The record after a message; or why it is not applied. */
function heard(
  { own, erasedBefore }: Pick<ReceivingOperations, 'own' | 'erasedBefore'>,
  record: OperationRecord | null,
  { from, now, data }: Arrival<ToldOperation>,
): { step: Heard } | { answer: ApplyResult } {
  const { operation: id, side, yours } = data;
  const isOurs = [own, from].some((agency) => id.startsWith(`${agencies[agency].idPrefix}O-`));
  if (record ? record.other !== from : !isOurs) return { answer: { parked: 'NOT_ITS_OPERATION' } };
  const before = record?.operation ?? heardOfOperation(id, own, from);
  const change = heardSide(before, side, yours);
  const result: ApplyResult = change.refused ? { parked: 'OPERATION_CONTRADICTED' } : 'APPLIED';
  // What withholds is written even so; of an operation that is not known here there is nothing to withhold.
  if (change.refused && (!record || isDeepStrictEqual(change.operation, before))) return { answer: result };
  const contents = record
    ? { ...contentsOf(record), version: record.version + 1 }
    : { _id: id, version: 1, other: from, place: newMessageId(now), taken: [] };
  const after = withColumns({ ...contents, operation: change.operation }, now);
  // What was erased here by its term is not made anew by a restored agency that tells it again.
  if (!record && after.over && after.over < erasedBefore(now)) return { answer: 'APPLIED' };
  return { step: { record: after, isNew: !record, result } };
}

/** Applies what the other agency has done of an operation: applied again it changes nothing. */
async function tellOperation(
  receiving: ReceivingOperations,
  arrival: Arrival<ToldOperation>,
): Promise<ApplyResult> {
  const { stores, book } = receiving;
  const { operations } = stores;
  const { from, at, now, data } = arrival;
  const taken = await takeStep<OperationRecord | null, Heard, ApplyResult>({
    read: () => operations.read(data.operation),
    decide: (record) => heard(receiving, record, arrival),
    write: ({ record, isNew }) => (isNew ? operations.insert(record) : operations.write(record)),
  });
  if (taken.kind === 'CONTENDED')
    throw new Contended('an operation was written each time that a message was about to be applied');
  if (taken.kind === 'ANSWERED') return taken.answer;
  if (taken.kind === 'REFUSED') return 'APPLIED';
  const { _id: id, operation } = taken.step.record;
  for (const { kind, key } of operationNews(operation))
    await book.note({
      ...{ key: `${kind} ${id} ${key}`, from, kind, at, receivedAt: now },
      data: { operation: id },
    });
  await followOperation(stores, id, now);
  return taken.step.result;
}

/** The effects of another agency's messages about joint operations. */
export const operationEffects = (receiving: ReceivingOperations): Effects =>
  new Map([
    [operationTold, effectOf(operationData[operationTold], (arrival) => tellOperation(receiving, arrival))],
  ]);
