import { officerDigest } from '../../../identity/suspended.ts';
import { suspensionEffects } from '../../../subgraphs/agency/actions/receive/suspension-effects.ts';
import { applyEvent } from '../../../subgraphs/agency/channel/in/apply-record.ts';
import { Strangers } from '../../../subgraphs/agency/channel/in/strangers.ts';
import { outOfStep, resync } from '../../../subgraphs/agency/channel/upkeep/resync.ts';
import { verifyEvidence } from '../../../subgraphs/agency/channel/upkeep/verify-evidence.ts';
import { rekey } from '../../../subgraphs/agency/jobs/rekey.ts';
import { seenAbroadFilter } from '../../../subgraphs/agency/records/dossier/countersigning/seen-abroad.ts';
import { newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { inboxStore } from '../../../subgraphs/agency/storage/channel/inbox-store.ts';
import { keptEvidence } from '../../../subgraphs/agency/storage/channel/kept-evidence.ts';
import { linkRestatement } from '../../../subgraphs/agency/storage/channel/link-restatement.ts';
import { noteStore } from '../../../subgraphs/agency/storage/channel/note-store.ts';
import { outboxStore } from '../../../subgraphs/agency/storage/channel/outbox-store.ts';
import { provenAgain } from '../../../subgraphs/agency/storage/channel/proven-messages.ts';
import { releaseRestatement } from '../../../subgraphs/agency/storage/channel/release-restatement.ts';
import { requestRestatement } from '../../../subgraphs/agency/storage/channel/request-restatement.ts';
import { resyncStore } from '../../../subgraphs/agency/storage/channel/resync-store.ts';
import { StoredLease } from '../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { suspensionRestatement } from '../../../subgraphs/agency/storage/channel/suspension-restatement.ts';
import { isPassing } from '../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { measureRestatement } from '../../../subgraphs/agency/storage/measures/measure-restatement.ts';
import { namingStore } from '../../../subgraphs/agency/storage/naming/naming-store.ts';
import { erasureNotices } from '../../../subgraphs/agency/storage/notices/erasure-notices.ts';
import { mostOfLinks, noticeBook } from '../../../subgraphs/agency/storage/notices/notice-book.ts';
import { operationRestatement } from '../../../subgraphs/agency/storage/operations/operation-restatement.ts';
import { rekeyingState, rekeyingStore } from '../../../subgraphs/agency/storage/stores/rekeying-store.ts';
import { surnameStore } from '../../../subgraphs/agency/storage/stores/surname-store.ts';
import { activeSuspensions } from '../../../subgraphs/agency/storage/stores/suspended-officers.ts';
import { messagePlaces } from '../../../subgraphs/agency/subjects.ts';
import { daysAfter } from '../../../terms/days.ts';
import { knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { keysOf, testNaming } from '../match-keys.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { otherNaming, readInManyParts } from './end-terms.ts';
import { knownReference, unlinkedReference } from './many-messages.ts';

/** What an agency does apart from answering: each way in which it looks records up is here, and is carried out once. */

const atOnce = 50;
const from = 'RUSSIA';

const messageAbout = (dossier: string) => {
  const at = new Date();
  const type = 'concord.dossier.withdrawn.v1';
  return { id: newMessageId(at), to: from, type, at, data: { dossier } } as const;
};

/** More things are followed in one request than the server merges in the order of ids; that none is shared changes no plan. */
export async function followManyThings({ stores }: AgencyInProcess): Promise<void> {
  const pages = Array.from({ length: 250 }, (_, index) => ({
    shared: `N${String(index).padStart(20, '0')}`,
    after: undefined,
    limit: 2,
  }));
  const found = await stores.dossiers.sharing('infrastructure.node', pages, {}, {});
  if (found.size < pages.length) throw new Error('not all were followed');
}

/** Things and groups are followed, one and several, from the first page and from a later one, at home and abroad. */
export async function followAbroad({ stores, records }: AgencyInProcess): Promise<void> {
  const { dossiers, groups } = records.BELARUS;
  const held = dossiers.find(({ instruments }) => instruments.some(({ node }) => node));
  const means = dossiers.find(({ infrastructure }) => infrastructure.some(({ node }) => node));
  const shared = {
    'instruments.node': held?.instruments.find(({ node }) => node)?.node ?? '',
    'infrastructure.node': means?.infrastructure.find(({ node }) => node)?.node ?? '',
    'memberships.group': groups[0]?._id ?? '',
  } as const;
  const filters = [{}, { handlingCode: held?.handlingCode ?? '' }];
  const seen = [{}, seenAbroadFilter(undefined), seenAbroadFilter(new Date())];
  for (const path of ['instruments.node', 'infrastructure.node', 'memberships.group'] as const)
    for (const after of [undefined, 'BY-0000000000'])
      for (const things of [1, 2])
        for (const filter of filters)
          for (const values of seen) {
            const pages = Array.from({ length: things }, () => ({ shared: shared[path], after, limit: 2 }));
            await stores.dossiers.sharing(path, pages, filter, values);
          }
}

/** A request is sent again whose write nobody knows to be safe yet. */
export async function confirmWrites({ models, stores, records }: AgencyInProcess): Promise<void> {
  await stores.writes.confirm(records.BELARUS.dossiers[0]?._id ?? '');
  const [group] = await models.groups.find({ _id: { $in: records.BELARUS.groups.map(({ _id }) => _id) } });
  await stores.groups.confirm(group?._id ?? '');
}

/** Messages get their numbers, are sent, and are answered for. */
export async function relayMessages({ models, connection }: AgencyInProcess): Promise<void> {
  const outbox = outboxStore('BELARUS', models);
  for (const source of messagePlaces(models).pending) {
    for (;;) {
      const { messages, letGo } = await source.read(atOnce);
      if (messages.length === 0) break;
      await outbox.queue(messages);
      await letGo();
    }
  }
  // As by an instance that was killed before it let go of it.
  const again = messageAbout('BY-0000000001');
  await outbox.queue([again]);
  await outbox.queue([again, messageAbout('BY-0000000002')]);
  const tooLarge = { ...messageAbout('BY-0000000003'), data: { text: 'x'.repeat(1_000_000) } };
  await outbox.queue([tooLarge]);
  const messages = await outbox.head(from, atOnce);
  await outbox.acknowledge(messages.map(({ _id: id }) => ({ id, receipt: 'unused', at: new Date() })));
  await outbox.sendAgainFrom(from, (await outbox.lastNumber(from)) - 1);
  const lease = new StoredLease(connection, 'one');
  await lease.hold();
  await new StoredLease(connection, 'other').hold();
  // As after its process was killed and started again.
  await new StoredLease(connection, 'one').hold();
  // It hangs, and another takes over once it has watched for long enough.
  let stopwatch = 0;
  const watching = new StoredLease(connection, 'third', { now: () => stopwatch });
  await watching.hold();
  stopwatch += 60_000;
  if (!(await watching.hold())) throw new Error('the lease of an instance that hangs was not taken');
  await watching.release();
}

/** Messages of another agency arrive, again and for the first time. */
export async function receiveMessages({ models }: AgencyInProcess): Promise<void> {
  const inbox = inboxStore(models.inbox);
  const number = await inbox.expected(from);
  const [stored] = await inbox.unapplied(from, atOnce);
  if (!stored) throw new Error('nothing waits to be applied');
  const id = stored._id.slice(from.length + 1);
  const arriving = { id: newMessageId(new Date()), number };
  await inbox.known(from, [{ id, number: stored.number }, arriving]);
  await inbox.store([{ ...stored, ...arriving, _id: `${from} ${arriving.id}` }]);
  await inbox.mark([{ id: stored._id, result: 'APPLIED' }]);
  await inbox.mark([{ id: stored._id, result: 'NOT_YET', tryAgainAt: new Date() }]);
  await inbox.dueAgain(from, new Date(), atOnce);
  await inbox.mark([{ id: stored._id, result: { parked: 'TYPE_NOT_UNDERSTOOD' } }]);
  const dismissal = { by: 'an officer', at: new Date(), reason: 'told by telephone' };
  await inbox.dismissFirst({ from, id }, dismissal);
  await inbox.dismiss({ from, id }, dismissal);
  await inbox.dismiss({ from, id }, dismissal);
  const notes = noteStore(models);
  const refused = { at: new Date(), reason: 'MALFORMED', hash: 'unused', body: 'unused' } as const;
  await notes.refused({ ...refused, signer: from });
  await notes.gap(from, { at: new Date(), expected: 1, number: 2 });
  await notes.greeted(from, { at: new Date(), sent: 1, received: 1 });
  await notes.unblocked(from);
  const strangers = new Strangers(notes, { onError: () => undefined });
  strangers.refused(refused);
  await strangers.flush();
}

/** Messages of another agency come into the records: of a hit that a link has, of one that none has yet, of its own dossiers. */
export async function applyMessages({ effects, models, records }: AgencyInProcess): Promise<void> {
  let number = 1_000_000;
  const apply = (type: string, data: Record<string, unknown>) => {
    const now = new Date();
    const id = newMessageId(now);
    number++;
    const event = { id, from, to: 'BELARUS', number, type, at: now, data } as const;
    return applyEvent(effects, event, { now, isPassing });
  };
  const decided = { decision: 'SAME', decidedAt: new Date().toISOString() };
  for (const [index, reference] of [knownReference(0), unlinkedReference].entries())
    await apply('concord.link.decided.v1', {
      about: { reference },
      dossier: `RU-000000000${index}`,
      ...decided,
    });
  const linked = records.BELARUS.dossiers.flatMap(({ links }) => links.map(({ dossier }) => dossier));
  for (const dossier of [linked.at(-1), 'RU-0000000001'])
    await apply('concord.dossier.withdrawn.v1', { dossier });
  // More is told of one dossier's links than the list of notices keeps.
  const about = records.BELARUS.dossiers[0]?._id ?? '';
  for (let told = 0; told < mostOfLinks + 2; told++) {
    const [at, data] = [new Date(), { about, decision: 'SAME' } as const];
    await noticeBook(models.notices).note({
      key: `link ${told}`,
      from,
      kind: 'LINK_DECIDED',
      at,
      receivedAt: at,
      data,
    });
  }
}

/** Another agency suspends an officer of its own, twice told, and lets them in again; each instance looks who is suspended. */
export async function suspendOfficers({ models, stores }: AgencyInProcess): Promise<void> {
  const decision = { by: 'officer-1', reason: 'as it was told', at: new Date() };
  await stores.suspensions.suspend('BELARUS', 'officer-7', decision);
  await stores.suspensions.suspend('BELARUS', 'officer-7', { ...decision, by: 'officer-2' });
  const effects = suspensionEffects(models.suspensions, async () => undefined);
  const now = new Date();
  const suspension = newMessageId(now);
  const officer = officerDigest({ agency: from, subject: 'russian-officer' });
  const apply = (type: string, data: Record<string, unknown>) =>
    applyEvent(
      effects,
      { id: newMessageId(now), from, to: 'BELARUS', number: 1, type, at: now, data },
      { now, isPassing },
    );
  await apply('concord.officer.suspended.v2', { suspension, officer });
  await apply('concord.officer.suspended.v2', { suspension, officer });
  // Another one, while the news that the first was undone is lost.
  await apply('concord.officer.suspended.v2', { suspension: newMessageId(now), officer });
  await apply('concord.officer.reinstated.v1', { suspension });
  await activeSuspensions(models.suspensions)();
}

/** The other agency is told anew what holds, after this one's database was restored; and what is kept is checked. */
export async function restoreChannel({ models }: AgencyInProcess): Promise<void> {
  const outbox = outboxStore('BELARUS', models);
  const last = await outbox.lastNumber(from);
  const blocked = { at: new Date(), number: last, reason: 'RESTORED', expected: last + 10 } as const;
  await noteStore(models).blocked(from, blocked);
  await noteStore(models).blocked(from, { ...blocked, at: new Date() });
  const restatements = [
    releaseRestatement(models.dossiers),
    linkRestatement(models.dossiers),
    suspensionRestatement('BELARUS', models.suspensions),
    requestRestatement(models),
    measureRestatement(models),
    operationRestatement(models),
  ];
  for (const step of await outOfStep(resyncStore(models), outbox))
    await resync(resyncStore(models), outbox, step, restatements, new Date());
  await provenAgain(models.outbox, from, 1, new Date());
  await verifyEvidence('BELARUS', keptEvidence(models), new Map(), () => undefined);
}

/** A file is imported, of which half was imported before. */
export async function importDossiers({
  imports: { imports, groups },
  records,
}: AgencyInProcess): Promise<void> {
  const [first, second] = records.BELARUS.dossiers;
  if (!first || !second) throw new Error('there are no dossiers');
  const { match: _, ...dossier } = second;
  await imports.fingerprints([first.recordedWith, 'import 1']);
  await groups.fingerprints([records.BELARUS.groups[0]?.recordedWith ?? '']);
  const imported = { ...dossier, _id: 'BY-1MP0RTED00000001', recordedWith: 'import 1' };
  const both = [first, imported].map((record) => ({ record, entry: recordingStep(record) }));
  await imports.insertNew(both);
}

/** The newest reads of a dossier are parts of one entry, behind which there are others. */
export async function readParts({ stores }: AgencyInProcess): Promise<void> {
  await stores.reads.pagesOf([readInManyParts], { before: undefined, limit: 2 });
}

/**
 * The day's run, after a dossier was about to be erased that an officer has amended in the same moment, and an erasure of another one was told,
 * with another number later, that is no more ahead.
 */
export async function passTime({
  retention: store,
  runDay,
  records,
  models,
}: AgencyInProcess): Promise<void> {
  const amended = await store.read(records.BELARUS.dossiers[0]?._id ?? '');
  if (!amended) throw new Error('there are no dossiers');
  await store.eraseDossier({ ...amended, version: amended.version - 1 }, [messageAbout(amended._id)]);
  const now = new Date();
  const kept = { _id: knownToOne, agency: 'BELARUS' } as const;
  for (const values of [1, 2])
    await erasureNotices(models.notices).tellErasures(
      kept,
      [{ until: daysAfter(now, 2), values, which: `${values}`, whole: false }],
      now,
    );
  await runDay(now);
}

/** Surnames are counted again, of which one is no longer common; then a search asks for the weight of the other. */
export async function countSurnames({ models }: AgencyInProcess): Promise<void> {
  const store = surnameStore(models);
  const [common, rare] = [
    { _id: 1, bits: 4 },
    { _id: 2, bits: 9 },
  ];
  await store.replace([common, rare], new Date(Date.now() - 60_000));
  await store.replace([common], new Date());
  await store.bitsOf([common._id]);
}

/** All tokens are brought under another key, and searches are told of it meanwhile. */
export async function changeKey({ models, connection }: AgencyInProcess): Promise<void> {
  const store = rekeyingStore(models.dossiers);
  for (const keys of [['another'], ['another', 'third']])
    await rekeyingState(models.dossiers, keys).isUnderWay();
  // Before it is done: at its end none is left to be counted.
  await store.left('another');
  await rekey(store, keysOf('another', 'test'), testNaming, { signal: AbortSignal.timeout(0) });
  // What dossiers share gets other names, of a part of them, and its own again.
  const names = namingStore(connection, otherNaming);
  await names.left();
  await names.nameAnew(AbortSignal.timeout(500));
  await namingStore(connection, testNaming).nameAnew();
}
