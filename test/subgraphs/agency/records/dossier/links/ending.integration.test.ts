import { runRetention } from '../../../../../../subgraphs/agency/jobs/run-retention.ts';
import { hashOfName } from '../../../../../../subgraphs/agency/records/dossier/links/link-names.ts';
import { erasureOf } from '../../../../../../subgraphs/agency/records/dossier/retention/erasure-of.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { pendingOfErased } from '../../../../../../subgraphs/agency/storage/channel/pending-of-erased.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../../subgraphs/russia/definition.ts';
import { releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../../support/history-of.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { carry, type LinkingAgency, linkingAgencies } from './support.ts';

const by = (n: number) => `BY-00000000${String(n).padStart(2, '0')}`;
const ru = (n: number) => `RU-00000000${String(n).padStart(2, '0')}`;
const numbers = Array.from({ length: 12 }, (_, n) => n);
const day = 86_400_000;

let home: LinkingAgency;
let abroad: LinkingAgency;
beforeAll(async () => {
  ({ home, abroad } = await linkingAgencies(numbers.map(by), numbers.map(ru)));
});

const store = (agency = home) => retentionOf(agency.models, belarus.retention, testMatch);
/** Erases a dossier whole, as the run does when its time has come. */
async function erase(id: string, agency = home, readers: 'RUSSIA'[] = []) {
  const dossier = await agency.stored(id);
  const erasure = erasureOf(dossier, new Date('2060-01-01'), await store(agency).pastOf(dossier), readers);
  if (erasure.kind !== 'WHOLE') throw new Error('it is not due');
  await store(agency).eraseDossier(dossier, erasure.messages);
  return { dossier, messages: erasure.messages };
}
async function confirmed(n: number) {
  await home.decide(by(n), ru(n));
  await abroad.decide(ru(n), by(n));
  await carry(home, abroad);
}
const changeHandling = async (id: string, handlingCode: string) => {
  const input = {
    dossier: id,
    version: (await home.stored(id)).version,
    handlingCode,
    reason: 'A source is at risk',
  };
  return home.supervisor.run(
    'mutation ($input: HandlingCodeInput!) { belarus { changeHandlingCode(input: $input) { __typename } } }',
    { input },
  );
};

describe('an erased dossier', () => {
  test('leaves nothing of itself in the links, the history and the notices of who was told of it', async () => {
    await confirmed(0);
    await home.models.dossiers.updateOne({ _id: by(0) }, { $push: { releases: releaseOf() } });
    await abroad.receive([abroad.forged({ dossier: by(0) }, 'concord.release.granted.v1')]);
    const said = () => historyOf(abroad.models, ru(0));
    expect(JSON.stringify(await abroad.stored(ru(0)))).toContain(by(0));
    expect(JSON.stringify(await said())).toContain(by(0));
    await erase(by(0));
    await carry(home, abroad);
    const after = await abroad.stored(ru(0));
    expect(after.samePersonAs).toBeUndefined();
    expect(after.links).toEqual([
      { agency: 'BELARUS', own: expect.anything(), told: expect.anything(), ended: hashOfName(by(0)) },
    ]);
    const traces = new RegExp(`${by(0)}|The same documents`);
    expect(JSON.stringify(after)).not.toMatch(traces);
    expect(JSON.stringify(await said())).not.toMatch(traces);
    const notices = await abroad.models.notices.find({ 'data.dossier': by(0) }).lean();
    expect(notices.map(({ kind }) => kind)).toEqual(['DOSSIER_WITHDRAWN']);
  });

  test('leaves what was said of other dossiers as it is', async () => {
    await confirmed(1);
    await erase(by(2));
    await carry(home, abroad);
    expect((await abroad.stored(ru(1))).links).toMatchObject([{ dossier: by(1), own: { grounds: {} } }]);
  });

  test('ends the other decision too where its own was withdrawn before', async () => {
    await confirmed(3);
    await home.withdraw(by(3), ru(3));
    await carry(home, abroad);
    expect(await abroad.link(ru(3))).toBe('UNVERIFIED SAME NONE');
    await erase(by(3));
    await carry(home, abroad);
    expect(await abroad.link(ru(3))).toBe('UNVERIFIED NONE NONE');
  });

  test('is told of to who was given a hit of it, and not to who has only named its id', async () => {
    const hit = await home.hit(by(4));
    await abroad.decide(ru(4), hit);
    await abroad.decide(ru(5), by(5));
    await carry(home, abroad);
    const named = (await erase(by(4))).messages;
    expect(named).toMatchObject([
      { type: 'concord.link.decided.v1', data: { hasEnded: true, knownAs: [hit] } },
    ]);
    expect(JSON.stringify(named)).not.toContain(by(4));
    expect((await erase(by(5))).messages).toEqual([]);
    await carry(home, abroad);
    expect((await abroad.stored(ru(4))).links).toMatchObject([{ ended: hashOfName(hit) }]);
  });

  test('is told of to who has read of it while it was shared, and to nobody else', async () => {
    const shared = { ...(await home.stored(by(6))), handlingCode: 'SHAREABLE' as const };
    const later = new Date('2060-01-01');
    const never = { held: [], wasShareable: false };
    const typesOf = (erasure: ReturnType<typeof erasureOf>) =>
      erasure.kind === 'WHOLE' ? erasure.messages.map(({ type }) => type) : [];
    expect(typesOf(erasureOf(shared, later, never, ['RUSSIA']))).toEqual(['concord.dossier.withdrawn.v1']);
    expect(typesOf(erasureOf(shared, later, never, []))).toEqual([]);
    const noMore = { ...shared, handlingCode: 'ON_RELEASE' as const };
    expect(typesOf(erasureOf(noMore, later, never, ['RUSSIA']))).toEqual([]);
    const once = { held: [], wasShareable: true };
    expect(typesOf(erasureOf(noMore, later, once, ['RUSSIA']))).toEqual(['concord.dossier.withdrawn.v1']);
  });

  test('is told of once, however many runs erase it, and not while it stands', async () => {
    await confirmed(7);
    const { dossier, messages } = await erase(by(7));
    expect(await home.outgoing()).toHaveLength(messages.length);
    // Another run, which had read it before it was gone.
    const again = erasureOf(dossier, new Date('2060-01-02'), { held: [], wasShareable: false });
    expect('messages' in again && again.messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
    expect(await store().eraseDossier(dossier, messages)).toBe('CONFLICT');
    expect(await home.outgoing()).toEqual([]);

    const stands = await home.stored(by(8));
    const farewell = [
      { id: '0m0000000-0123456789', to: 'RUSSIA', type: 'x', at: new Date(), data: {} },
    ] as const;
    expect(await store().eraseDossier({ ...stands, version: 99 }, [...farewell])).toBe('CONFLICT');
    expect(await home.models.departures.countDocuments({ _id: by(8) })).toBe(0);
  });

  test('is told of although many others stand whose messages wait', async () => {
    const message = (id: string) => ({ id, to: 'RUSSIA' as const, type: 'x', at: new Date(), data: {} });
    for (const n of [8, 9, 10])
      await home.models.departures.create({
        _id: by(n),
        messages: [message(`0m000000${n % 10}-0123456789`)],
      });
    await home.models.departures.create({
      _id: 'BY-ZZZZZZZZZZ',
      messages: [message('0m0000009-9999999999')],
    });
    const due = await pendingOfErased(home.models.departures, home.models.dossiers).read(1);
    expect(due.messages.map(({ id }) => id)).toEqual(['0m0000009-9999999999']);
    await home.models.departures.deleteMany({});
  });
});

describe('a dossier that becomes its owner’s only', () => {
  test('is released to nobody and joined with nothing from the same write on, and tells so', async () => {
    await confirmed(9);
    await changeHandling(by(9), 'ORIGINATOR_ONLY');
    expect((await home.stored(by(9))).samePersonAs).toBeUndefined();
    await carry(home, abroad);
    expect(await abroad.link(ru(9))).toBe('UNVERIFIED SAME NONE');
    expect((await home.propose(by(9), ru(9))).problems).toEqual(['ORIGINATOR_ONLY']);
    await changeHandling(by(9), 'ON_RELEASE');
    expect((await home.propose(by(9), ru(9))).outcome).toMatchObject({ of: by(9) });
    await changeHandling(by(9), 'ORIGINATOR_ONLY');
    expect((await home.countersign(by(9), ru(9))).problems).toEqual(['ORIGINATOR_ONLY']);
  });
});

describe('a decision by a hit', () => {
  test('arrives after its time as well, when the channel was down, and not sixty days later', async () => {
    const hits = [await abroad.hit(ru(10)), await abroad.hit(ru(11))] as const;
    const inDays = (days: number) => new Date(Date.now() + days * day);
    await home.decide(by(10), hits[0]);
    const [first] = await home.outgoing();
    await runRetention(retentionOf(abroad.models, russia.retention, testMatch), inDays(60));
    await abroad.receive(first ? [first] : []);
    expect(await abroad.link(ru(10))).toBe('UNVERIFIED NONE SAME');
    await home.decide(by(11), hits[1]);
    const [second] = await home.outgoing();
    await runRetention(retentionOf(abroad.models, russia.retention, testMatch), inDays(91));
    expect(await abroad.receive(second ? [second] : [])).toEqual(['NOT_YET']);
    expect(await abroad.link(ru(11))).toBe('none');
  });
});
