import type { mongo } from 'mongoose';
import type { InboxRecord } from '../../../subgraphs/agency/channel/stores/inbox-record.ts';
import type { OutboxRecord } from '../../../subgraphs/agency/channel/stores/outbox-record.ts';
import { writeEvent } from '../../../subgraphs/agency/channel/wire/channel-event.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../../subgraphs/agency/records/dossier/release.ts';
import { endOfHit, type HitRecord, pairOf } from '../../../subgraphs/agency/records/hits/hit-record.ts';
import { messageIdOf } from '../../../subgraphs/agency/records/messages/message.ts';
import { noticeTypes } from '../../../subgraphs/agency/records/notices/notice-kinds.ts';
import type { NoticeRecord } from '../../../subgraphs/agency/records/notices/notice-record.ts';
import type { ReadPart } from '../../../subgraphs/agency/records/reads/read-entry.ts';
import type { SuspensionRecord } from '../../../subgraphs/agency/records/suspensions/suspension-record.ts';
import { releaseAt } from '../../../workshop/demo-data/releases.ts';
import { inserted } from './many-dossiers.ts';

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

const referenceOf = (index: number): string => `H${String(index).padStart(20, '0')}`;

/** A hit that Russia was told, by which no link is known yet. */
export const unlinkedReference = referenceOf(0);

/** The hit of a dossier that Russia's officers were told of in the demo's case, and that has ended since. */
export const endedHit = (dossier: string): HitRecord => {
  const reader = { agency: 'RUSSIA', case: 'BY-2026-000001' } as const;
  const [_id, pair] = ['HENDED00000000000000', pairOf(dossier, reader)];
  return { _id, dossier, to: reader.agency, case: reader.case, pair, until: daysAgo(1) };
};

/** A hit of Russia's that one of Belarus's links is known by. */
export const knownReference = (index: number): string => `HK${String(index).padStart(19, '0')}`;

const counted = <Row>(count: number, rowOf: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => rowOf(index));

/** Over the six years before now, the newest last. */
const timeOf = (index: number, count: number): Date => daysAgo(((count - index) * 6 * 365) / count);

const notice = (dossier: string) => ({ dossier, classes: ['CASE'], purposes: ['SOLVING'] });

const given = { to: 'RUSSIA', classes: ['CASE'], purposes: ['SOLVING'] } satisfies Partial<Release>;

/** What comes to its end by itself: a link that nobody has answered, a release, and the retention of values. */
const endsNow = (index: number) => ({
  nextErasure: daysAgo(1),
  releases: [releaseAt('IN_FORCE', `V${String(index).padStart(12, '0')}`, given, daysAgo(0))].map(
    (release) => ({
      ...release,
      endUntold: daysAgo(1),
    }),
  ),
  links: [
    {
      agency: 'RUSSIA' as const,
      dossier: `RU-ANSWERED${String(index).padStart(8, '0')}`,
      knownAs: [knownReference(index)],
      own: { decision: 'SAME' as const, decidedAt: daysAgo(100) },
      told: { decision: 'NONE' as const },
      lapsesAt: daysAgo(1),
    },
  ],
});

/** A suspension of an officer of Belarus that stands. */
export const standingSuspension = messageIdOf('suspension', new Date(0));

/** How many of the newest messages have been answered or applied yet by nobody. */
const waiting = 60;

/**
 * What an agency has after years of exchange with Russia: messages of both directions, notices, reads, references of hits,
 * messages that were refused, and those about erased dossiers that wait for their numbers.
 * @param ids its dossiers
 */
export async function fillExchange(db: mongo.Db, ids: readonly string[], count: number): Promise<void> {
  const idAt = (index: number) => ids[index % ids.length] ?? '';
  const messageId = (index: number) => messageIdOf(`message ${index}`, timeOf(index, count));
  const type = noticeTypes.RELEASE_GRANTED;
  const eventOf = (index: number, from: 'BELARUS' | 'RUSSIA', to: 'BELARUS' | 'RUSSIA') =>
    writeEvent({
      id: messageId(index),
      from,
      to,
      number: index + 1,
      type,
      at: timeOf(index, count),
      data: notice(from === 'BELARUS' ? idAt(index) : `RU-${String(index).padStart(10, '0')}`),
    });
  await inserted(
    db,
    'outbox',
    counted(count, (index): OutboxRecord => {
      const at = timeOf(index, count);
      const isOpen = index >= count - waiting;
      return {
        _id: messageId(index),
        to: 'RUSSIA',
        number: index + 1,
        type: index % 3 === 0 ? 'concord.link.decided.v1' : type,
        event: eventOf(index, 'BELARUS', 'RUSSIA'),
        queuedAt: at,
        ...(isOpen ? { open: true } : { acknowledgedAt: at, receipt: 'unused' }),
      };
    }),
  );
  await inserted(
    db,
    'inbox',
    counted(count, (index): InboxRecord => {
      const state = index >= count - waiting ? 'STORED' : index % 50 === 0 ? 'PARKED' : 'APPLIED';
      return {
        _id: `RUSSIA ${messageId(index)}`,
        from: 'RUSSIA',
        number: index + 1,
        type,
        signed: 'unused',
        event: eventOf(index, 'RUSSIA', 'BELARUS'),
        hash: `hash ${index}`,
        receipt: 'unused',
        receivedAt: timeOf(index, count),
        state,
        ...(state === 'PARKED' && { reason: 'TYPE_NOT_UNDERSTOOD' }),
      };
    }),
  );
  await inserted(
    db,
    'notices',
    counted(count, (index): NoticeRecord => {
      const at = timeOf(index, count);
      const data = { dossier: `RU-${String(index % 1000).padStart(10, '0')}` };
      const _id = `RUSSIA ${messageId(index)}`;
      const isForOne = index % 50 === 7;
      return {
        _id,
        place: messageId(index),
        agency: isForOne ? 'BELARUS' : 'RUSSIA',
        kind: isForOne ? 'MEASURE_AUTHORISED' : 'RELEASE_GRANTED',
        at,
        receivedAt: at,
        ...(isForOne && { for: `officer-${index % 4}` }),
        data,
      };
    }),
  );
  await inserted(
    db,
    'reads',
    counted(count * 3, (index): ReadPart => {
      const at = timeOf(index, count * 3);
      return {
        _id: messageIdOf(`read ${index}`, at),
        at,
        requestId: `request ${index}`,
        by: `officer-${index % 40}`,
        agency: 'RUSSIA',
        roles: ['INVESTIGATOR'],
        mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
        // A few that everybody reads, and all others now and then.
        dossiers: [index % 4 === 0 ? idAt(0) : idAt(index), idAt(index * 7)],
        groups: [],
        coordinates: ['BelarusDossier.names'],
        withheld: [],
        ...(index % 2 === 0 && { search: { kinds: ['SURNAME'], criteria: [index % 500], near: 0 } }),
      };
    }),
  );
  await inserted(
    db,
    'hits',
    counted(count, (index): HitRecord => {
      const _id = referenceOf(index);
      const number = `RU-2026-${String(index).padStart(6, '0')}`;
      const pair = pairOf(idAt(index), { agency: 'RUSSIA', case: number });
      // Half of them have ended, and a few so long ago that no message can name them.
      const until = endOfHit(daysAgo((index / count) * 100));
      return { _id, dossier: idAt(index), to: 'RUSSIA', case: number, pair, until };
    }),
  );
  await inserted(
    db,
    'refused',
    counted(500, (index) => ({
      _id: `RUSSIA ${index}`,
      at: daysAgo((index / 500) * 6 * 365),
      reason: 'MALFORMED',
      signer: 'RUSSIA',
      hash: 'unused',
      body: 'unused',
    })),
  );
  await inserted(
    db,
    'suspensions',
    counted(count / 10, (index): SuspensionRecord => {
      const at = timeOf(index, count / 10);
      const id = index === 0 ? standingSuspension : messageIdOf(`suspension ${index}`, at);
      const isOurs = index % 2 === 0;
      const decided = { at, ...(isOurs && { by: 'officer-9', reason: 'as it was told' }) };
      return {
        _id: isOurs ? id : `RUSSIA ${id}`,
        agency: isOurs ? 'BELARUS' : 'RUSSIA',
        subject: `suspended-${index}`,
        ...(index < 20 ? { isActive: true } : { reinstated: decided }),
        suspended: decided,
      };
    }),
  );
  await inserted(db, 'refused', [
    { _id: 'UNSENT RUSSIA 0', at: new Date(), reason: 'TOO_LARGE', hash: 'unused', body: 'unused' },
  ]);
  await inserted(db, 'peers', [
    { _id: 'RUSSIA', refused: 500, gaps: 0 },
    { _id: 'STRANGERS', refused: 1, gaps: 0 },
  ]);
  const waitingFor = (dossier: string, index: number) => {
    const at = new Date();
    const message = {
      id: messageIdOf(`waits ${index}`, at),
      to: 'RUSSIA',
      type,
      at,
      data: notice(dossier),
    };
    return { _id: dossier, messages: [message] };
  };
  const erased = counted(120, (index) => `BY-ERASED${String(index).padStart(10, '0')}`);
  await inserted(db, 'departures', [...erased, ...ids.slice(0, 3)].map(waitingFor));
  // As after a mass of releases.
  const released = ids.slice(10, 310).map(waitingFor);
  await db.collection<DossierRecord>('dossiers').bulkWrite([
    ...released.map(({ _id, messages: pending }) => ({
      updateOne: { filter: { _id }, update: { $set: { pending } as never } },
    })),
    ...ids.slice(340, 380).map((_id, index) => ({
      updateOne: { filter: { _id }, update: { $set: endsNow(index) } },
    })),
  ]);
}
