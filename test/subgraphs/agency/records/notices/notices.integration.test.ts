import { applyEvent } from '../../../../../subgraphs/agency/channel/in/apply-record.ts';
import type { ChannelEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { tellEndedReleases } from '../../../../../subgraphs/agency/jobs/tell-ended-releases.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { isPassing } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type LinkingAgency, linkingAgency } from '../dossier/links/support.ts';

const [own, erased] = ['BY-0000000001', 'BY-0000000002'];
const until = new Date('2026-11-24T12:00:00Z');
const from = new Date('2026-11-01T00:00:00Z');
const untilAnd = (milliseconds: number) => new Date(until.getTime() + milliseconds);

describe('notices', () => {
  let agency: LinkingAgency;
  beforeAll(async () => {
    const release = releaseOf({ from, until, endUntold: until });
    agency = await linkingAgency(belarus, [
      dossierOf(own, { handlingCode: 'ON_RELEASE', releases: [release] }),
      dossierOf(erased, { handlingCode: 'ON_RELEASE', releases: [releaseOf()] }),
    ]);
  });
  afterAll(() => agency.stop());

  const withdrawn = (at: Date) =>
    agency.forged({ dossier: 'RU-0000000001' }, 'concord.dossier.withdrawn.v1', at);
  const receive = (event: ChannelEvent, now: Date) => applyEvent(agency.effects, event, { now, isPassing });
  const listed = async () =>
    (await agency.liaison.run('{ belarus { notices(first: 50) { nodes { kind direction dossier at } } } }'))
      .data.belarus.notices.nodes;

  test('tell of a release whose time is over, once, and not before', async () => {
    const { dossiers } = agency.models;
    expect(await tellEndedReleases(dossiers, untilAnd(-1))).toBe(0);
    expect(await tellEndedReleases(dossiers, until)).toBe(1);
    expect(await tellEndedReleases(dossiers, untilAnd(1))).toBe(0);
    const sent = await agency.outgoing();
    expect(sent).toMatchObject([
      { type: 'concord.release.expired.v1', subject: own, data: { release: 'VRELEASE00001' } },
    ]);
  });

  test('put the own dossiers that they name on record as read, once somebody is told which', async () => {
    const { notices, reads } = agency.models;
    const [foreign, at] = ['RU-0000000001', new Date()];
    await notices.create({
      ...{ _id: 'RUSSIA told', place: 'told', agency: 'RUSSIA', kind: 'LINK_DECIDED', at, receivedAt: at },
      data: { dossier: foreign, about: own, decision: 'SAME' },
    });
    const read = async (selection: string, by: string) => {
      const list = `{ belarus { notices(first: 50, kinds: [LINK_DECIDED]) { nodes { ${selection} } } } }`;
      const { data } = await agency.liaison.called(by).run(list);
      const entries = await reads.find({ by }).lean();
      return [data.belarus.notices.nodes, entries.flatMap(({ dossiers }) => dossiers)];
    };
    expect(await read('dossier about', 'asking which')).toEqual([[{ dossier: foreign, about: own }], [own]]);
    expect(await read('dossier decision', 'asking less')).toEqual([
      [{ dossier: foreign, decision: 'SAME' }],
      [],
    ]);
    await notices.deleteMany({});
  });

  test('tell of an end under one id, also where the mark was put back', async () => {
    const { dossiers } = agency.models;
    const again = async () => {
      await dossiers.updateOne({ _id: own }, { $set: { 'releases.0.endUntold': until } });
      await tellEndedReleases(dossiers, untilAnd(1));
      return (await agency.outgoing()).map(({ id }) => id);
    };
    expect(await again()).toEqual(await again());
  });

  test('tell of a dossier that was erased to who was given something of it', async () => {
    const store = retentionOf(agency.models, belarus.retention, testMatch);
    await agency.models.dossiers.updateOne(
      { _id: erased },
      { $set: { nextErasure: new Date('2020-01-01'), offences: [] } },
    );
    await runRetention(store, new Date());
    expect(await agency.models.dossiers.exists({ _id: erased })).toBeNull();
    expect(await agency.outgoing()).toMatchObject([
      { type: 'concord.dossier.withdrawn.v1', to: 'RUSSIA', data: { dossier: erased } },
    ]);
  });

  test('are put aside where they are of a dossier that is not the sender’s', async () => {
    const foreign = agency.forged({ dossier: own }, 'concord.release.recalled.v1');
    expect(await agency.receive([foreign])).toEqual([{ parked: 'NOT_ITS_DOSSIER' }]);
    expect(await agency.receive([withdrawn(new Date())])).toEqual(['APPLIED']);
  });

  test('stand where they arrived, whatever the sender’s clock says', async () => {
    await agency.models.notices.deleteMany({});
    const now = Date.now();
    await receive(withdrawn(new Date('2001-01-01')), new Date(now + 1_000));
    await receive(withdrawn(new Date('2090-01-01')), new Date(now));
    await receive(withdrawn(new Date(now)), new Date(now + 2_000));
    const years = (await listed()).map(({ at }: { at: string }) => at.slice(0, 4));
    expect(years.slice(0, 3)).toEqual([String(new Date(now).getFullYear()), '2001', '2090']);
  });

  test('of two agencies under one id are two, and of one agency one', async () => {
    await agency.models.notices.deleteMany({});
    const event = withdrawn(new Date());
    await receive(event, new Date());
    await receive(event, new Date());
    expect(await agency.models.notices.countDocuments()).toBe(1);
    // There is no third agency yet.
    await agency.models.notices.create({
      ...(await agency.models.notices.findOne().lean()),
      _id: `OTHER ${event.id}`,
    } as never);
    await receive(event, new Date());
    expect(await agency.models.notices.countDocuments()).toBe(2);
  });

  test('and the messages that told them lose their content after the agency’s years, and not before', async () => {
    const received = new Date('2026-01-01T00:00:00Z');
    const { notices, inbox, outbox, refused } = agency.models;
    await notices.updateMany({}, { $set: { receivedAt: received } });
    const id = `${received.getTime().toString(36).padStart(9, '0')}-0123456789`;
    const kept = { number: 7, type: 'x', receipt: 'a receipt' };
    await outbox.create({
      ...kept,
      _id: id,
      to: 'RUSSIA',
      event: 'what was told',
      queuedAt: received,
      acknowledgedAt: received,
    });
    await inbox.create({
      ...kept,
      _id: `RUSSIA ${id}`,
      from: 'RUSSIA',
      signed: 'what came',
      event: 'what came',
      hash: 'a hash',
      receivedAt: received,
      state: 'APPLIED',
    });
    await refused.create({
      _id: 'RUSSIA 1',
      at: received,
      reason: 'MALFORMED',
      hash: 'a hash',
      body: 'rubbish',
    });
    const run = (now: string) =>
      runRetention(retentionOf(agency.models, belarus.retention, testMatch), new Date(now));
    expect(await run('2031-01-01T00:00:00Z')).toMatchObject({ noticesErased: 0, messagesErased: 0 });
    expect(await run('2031-01-02T00:00:00Z')).toMatchObject({ noticesErased: 2, messagesErased: 2 });
    expect(await outbox.findById(id).lean()).toMatchObject({ number: 7, event: '', receipt: 'a receipt' });
    expect(await inbox.findById(`RUSSIA ${id}`).lean()).toMatchObject({
      signed: '',
      event: '',
      hash: 'a hash',
      receipt: 'a receipt',
    });
    expect(await refused.countDocuments()).toBe(0);
  });
});
