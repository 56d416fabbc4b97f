import type { mongo } from 'mongoose';
import type { OutboxRecord } from '../../../subgraphs/agency/channel/stores/outbox-record.ts';
import { writeEvent } from '../../../subgraphs/agency/channel/wire/channel-event.ts';
import { contentsOf } from '../../../subgraphs/agency/records/requests/request-change.ts';
import { withColumns } from '../../../subgraphs/agency/records/requests/request-columns.ts';
import type { RequestRecord } from '../../../subgraphs/agency/records/requests/request-record.ts';
import { type RequestStage, requestAt } from '../hand-made-requests.ts';
import { inserted } from './many-dossiers.ts';
import { unlinkedReference } from './many-messages.ts';

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
const stageNames = [
  'DRAFT',
  'SENT',
  'QUESTIONED',
  'ENDED',
  'RECEIVED',
  'WORDED',
  'ACCEPTED',
  'PROPOSED',
] as const;
const isOurs = (stage: RequestStage) => ['DRAFT', 'SENT', 'QUESTIONED', 'ENDED'].includes(stage);
const idOf = (stage: RequestStage, name: string) => `${isOurs(stage) ? 'BYQ' : 'RUQ'}-${name}`;
const nameAt = (index: number) => String(index).padStart(16, '0');

/** The first request of each stage is for the actions; what else they and the jobs look for. */
export const manyRequests = {
  stages: Object.fromEntries(stageNames.map((stage, index) => [stage, idOf(stage, nameAt(index))])) as Record<
    RequestStage,
    string
  >,
  /** A received one to be read, and to be found in order. */
  received: idOf('RECEIVED', 'RECE1VED00000000'),
  /** The message of a sent one whose receipt comes in late. */
  message: 'mrequest1-0000000000',
  receiptAt: (at: Date) =>
    Buffer.from(
      JSON.stringify({
        from: 'RUSSIA',
        to: 'BELARUS',
        outcome: 'ACCEPTED',
        hash: 'h',
        number: 1,
        at: at.toISOString(),
      }),
    ).toString('base64url'),
};

/**
 * The requests of years, of every stage and many cases, the first of each stage new.
 * @param read the dossier that the received ones are about
 * @param due a dossier whose retention ends
 * @param granted the dossier of the one whose answer waits for a decision
 */
export async function fillRequests(
  db: mongo.Db,
  { read, granted, due }: { read: string; granted: string; due: string },
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index): RequestRecord => {
    const stage = stageNames[index % stageNames.length] ?? 'DRAFT';
    const isFirst = index < stageNames.length;
    const at = isFirst ? new Date() : daysAgo((index / count) * 6 * 365 + 8);
    const number =
      isFirst || index % 5 === 0 ? 'BY-2026-000001' : `BY-2026-${String(index).padStart(6, '0')}`;
    const dossier = stage === 'PROPOSED' ? granted : isFirst ? read : due;
    return requestAt(stage, { name: nameAt(index), dossier, cases: [number], at });
  });
  const received = requestAt('RECEIVED', { name: 'RECE1VED00000000', dossier: read, cases: [] });
  const waiting = requestAt('SENT', { name: 'AWA1T1NG00000000', dossier: read });
  const { dossier: _none, ...unknown } = requestAt('RECEIVED', {
    name: 'NN0NE00000000000',
    dossier: read,
    at: daysAgo(9),
  });
  const blind = { ...unknown.half, isHeld: false, isFound: false } as RequestRecord['half'];
  // Some are sought by a reference that is known by now, most by one that is nothing's.
  const sought = Array.from({ length: 150 }, (_, index): RequestRecord => {
    const made = requestAt('ACCEPTED', { name: `S00GHT${String(index).padStart(10, '0')}`, dossier: read });
    const { dossier: _unknown, ...rest } = made;
    const reference = index < 2 ? unlinkedReference : `H${'0'.repeat(16)}N${String(index).padStart(3, '0')}`;
    const content = { ...rest.content, subject: { reference } };
    const half = { ...rest.half, isHeld: false, isFound: false } as RequestRecord['half'];
    return { ...withColumns({ ...contentsOf(rest), content, half }, new Date()), seekAt: daysAgo(1) };
  });
  await inserted(db, 'requests', [
    ...rows,
    received,
    { ...waiting, awaits: [manyRequests.message] },
    { ...unknown, half: blind, due: daysAgo(2) },
    ...sought,
  ]);
  await inserted(
    db,
    'deputies',
    Array.from({ length: 200 }, (_, index) => ({
      _id: `officer-${index + 100}`,
      deputy: index === 0 ? 'officer-1' : `officer-${index + 99}`,
      until: daysAgo(index % 2 === 0 ? -20 : 20),
    })),
  );
  const sent: OutboxRecord = {
    _id: manyRequests.message,
    to: 'RUSSIA',
    number: 1_000_000,
    type: 'concord.request.sent.v1',
    event: writeEvent({
      id: manyRequests.message,
      from: 'BELARUS',
      to: 'RUSSIA',
      number: 1_000_000,
      type: 'concord.request.sent.v1',
      at: new Date(),
      subject: waiting._id,
      data: { request: waiting._id },
    }),
    queuedAt: new Date(),
  };
  await inserted(db, 'outbox', [sent]);
}
