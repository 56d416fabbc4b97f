import { mostTold } from '../../../../../../subgraphs/agency/actions/change-links.ts';
import { mostToldOnly } from '../../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { mostOfLinks } from '../../../../../../subgraphs/agency/storage/notices/notice-book.ts';
import { historyOf } from '../../../../../support/history-of.ts';
import { carry, type LinkingAgency, linkingAgencies } from './support.ts';

const by = (n: number) => `BY-000000000${n}`;
const ru = (n: number) => `RU-000000000${n}`;
const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

let home: LinkingAgency;
let abroad: LinkingAgency;
beforeAll(async () => {
  ({ home, abroad } = await linkingAgencies(numbers.map(by), numbers.map(ru)));
});

/** What Belarus would send, if it were not the program that sends it. */
const told = (data: Record<string, unknown>) => abroad.forged({ decision: 'SAME', ...data });

describe('what the other agency alone says', () => {
  test('redirects no confirmed link to another dossier of its', async () => {
    const hit = await abroad.hit(ru(0));
    await home.decide(by(0), hit);
    await carry(home, abroad);
    await abroad.decide(ru(0), by(0));
    await carry(home, abroad);
    const mine = await abroad.hit(ru(0), 'BY-2026-000002');
    expect(await abroad.receive([told({ about: { reference: hit }, dossier: by(1) })])).toEqual(['APPLIED']);
    expect(await abroad.receive([told({ about: { reference: mine }, dossier: by(2) })])).toEqual(['APPLIED']);
    expect((await abroad.stored(ru(0))).samePersonAs).toEqual([by(0)]);
    const [link] = (await abroad.stored(ru(0))).links;
    expect(link).toMatchObject({
      dossier: by(0),
      own: { decision: 'SAME', grounds: { reason: expect.any(String) } },
    });
  });

  test('gives a hit no second dossier', async () => {
    const hit = await home.hit(by(1));
    await abroad.decide(ru(1), hit);
    const about = { reference: await abroad.hit(ru(1)) };
    expect(await abroad.receive([told({ about, dossier: by(1), knownAs: [hit] })])).toEqual(['APPLIED']);
    expect((await abroad.stored(ru(1))).samePersonAs).toEqual([by(1)]);
    const before = (await abroad.stored(ru(1))).links;
    expect(await abroad.receive([told({ about, dossier: by(2), knownAs: [hit] })])).toEqual([
      { parked: 'OTHER_DOSSIER' },
    ]);
    expect((await abroad.stored(ru(1))).links).toEqual(before);
  });

  test('is no SAME of both where our officers have decided on another hit', async () => {
    const [hit, another] = [await home.hit(by(2)), await home.hit(by(3))];
    await abroad.decide(ru(2), hit);
    await abroad.receive([told({ about: { dossier: ru(2) }, dossier: by(3), knownAs: [another] })]);
    expect((await abroad.stored(ru(2))).samePersonAs).toBeUndefined();
    await abroad.receive([told({ about: { dossier: ru(2) }, dossier: by(2), knownAs: [hit] })]);
    expect((await abroad.stored(ru(2))).samePersonAs).toEqual([by(2)]);
  });

  test('is put aside where it is of a dossier that is not its own', async () => {
    const foreign = told({ about: { dossier: ru(3) }, dossier: ru(4) });
    expect(await abroad.receive([foreign])).toEqual([{ parked: 'NOT_ITS_DOSSIER' }]);
    expect(await abroad.receive([told({ about: { dossier: ru(3) }, dossier: by(4) })])).toEqual(['APPLIED']);
  });

  test('joins no third person, and is put aside', async () => {
    // Both of our dossiers are said to be of the one of theirs, and our officers have said so of both.
    await abroad.decide(ru(3), by(5));
    await abroad.decide(ru(4), by(5));
    expect(await abroad.receive([told({ about: { dossier: ru(3) }, dossier: by(5) })])).toEqual(['APPLIED']);
    expect(await abroad.receive([told({ about: { dossier: ru(4) }, dossier: by(5) })])).toEqual([
      { parked: 'THIRD_PERSON' },
    ]);
    expect((await abroad.stored(ru(3))).samePersonAs).toEqual([by(5)]);
    expect((await abroad.stored(ru(4))).samePersonAs).toBeUndefined();
  });

  test('is not what was said before it, when that is tried again', async () => {
    const pair = { about: { dossier: ru(5) }, dossier: by(5) };
    const [first, second] = [told(pair), told({ ...pair, decision: 'NONE' })];
    await abroad.receive([second, first]);
    expect(await abroad.link(ru(5))).toBe('UNVERIFIED NONE NONE');
    await abroad.receive([told(pair)]);
    expect(await abroad.link(ru(5))).toBe('UNVERIFIED NONE SAME');
  });
});

describe('a dossier is not filled by another agency', () => {
  const invented = (n: number) => `BY-1${String(n).padStart(11, '0')}`;

  test('its officers propose as before, from the version that they have read, and what is too much is put aside', async () => {
    const { version } = await abroad.stored(ru(6));
    const history = await historyOf(abroad.models, ru(6));
    const events = Array.from({ length: mostToldOnly + 10 }, (_, n) =>
      told({ about: { dossier: ru(6) }, dossier: invented(n) }),
    );
    const effects = await abroad.receive(events);
    expect(effects.filter((effect) => effect === 'APPLIED')).toHaveLength(mostToldOnly);
    expect(effects.at(-1)).toEqual({ parked: 'TOO_MANY' });
    const after = await abroad.stored(ru(6));
    expect([after.version, await historyOf(abroad.models, ru(6))]).toEqual([version, history]);
    expect((await abroad.propose(ru(6), by(6), 'SAME', abroad.liaison, version)).outcome).toMatchObject({
      of: ru(6),
    });
    // What it takes back makes room.
    await abroad.receive([told({ about: { dossier: ru(6) }, dossier: invented(0), decision: 'NONE' })]);
    expect(await abroad.receive([told({ about: { dossier: ru(6) }, dossier: invented(99) })])).toEqual([
      'APPLIED',
    ]);
    expect((await abroad.stored(ru(6))).links).toHaveLength(mostToldOnly + 1);
  });

  test('what it calls different makes room for a link that waits for an answer, which is noticed', async () => {
    const id = ru(1);
    const before = (await abroad.stored(id)).links.length;
    const different = (n: number) =>
      told({ about: { dossier: id }, dossier: invented(500 + n), decision: 'DIFFERENT' });
    await abroad.receive(Array.from({ length: mostToldOnly }, (_, n) => different(n)));
    expect(await abroad.receive([different(mostToldOnly)])).toEqual([{ parked: 'TOO_MANY' }]);
    expect(await abroad.receive([told({ about: { dossier: id }, dossier: invented(599) })])).toEqual([
      'APPLIED',
    ]);
    const { links } = await abroad.stored(id);
    expect(links.map(({ dossier }) => dossier)).toEqual(
      expect.arrayContaining([invented(599), invented(501)]),
    );
    expect(links.map(({ dossier }) => dossier)).not.toContain(invented(500));
    expect(links.length).toBeLessThanOrEqual(before + mostToldOnly);
  });

  test('nor is the list of notices: the latest of what is said of its links stay, and those of other dossiers', async () => {
    const about = (id: string) => abroad.models.notices.find({ 'data.about': id }).sort({ place: -1 }).lean();
    const [before, id] = [await about(ru(0)), ru(6)];
    const flips = Array.from({ length: mostOfLinks + 10 }, (_, n) =>
      told({ about: { dossier: id }, dossier: invented(n % 2), decision: n % 3 ? 'NONE' : 'DIFFERENT' }),
    );
    for (const [n, flip] of flips.entries()) await abroad.receive([flip], new Date(Date.now() + n));
    const noticed = await about(id);
    expect(noticed).toHaveLength(mostOfLinks);
    expect(noticed[0]).toMatchObject({ _id: `BELARUS ${flips.at(-1)?.id}`, kind: 'LINK_DECIDED' });
    expect(before.length).toBeGreaterThan(0);
    expect(await about(ru(0))).toEqual(before);
  });

  test('nothing is kept of a dossier that there is not, and it is taken like any other', async () => {
    const count = () => abroad.models.notices.countDocuments();
    const before = await count();
    const unknown = Array.from({ length: 3 }, (_, n) =>
      told({ about: { dossier: `RU-1${String(n).padStart(11, '0')}` }, dossier: invented(n) }),
    );
    expect(await abroad.receive(unknown)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(await count()).toBe(before);
  });

  test('what is said by a reference that is not known yet says nothing, and counts once it is known', async () => {
    const reference = 'RUH-00000000000000000001';
    const same = told({ about: { reference }, dossier: by(8) });
    expect(await abroad.receive([same])).toEqual(['NOT_YET']);
    expect((await abroad.models.dossiers.findById(ru(8)).lean())?.links).toEqual([]);
    expect(await abroad.models.notices.countDocuments({ 'data.dossier': by(8) })).toBe(0);
    const until = new Date(Date.now() + 86_400_000);
    const pair = `alert ${reference}`;
    await abroad.models.hits.create({ _id: reference, dossier: ru(8), to: 'BELARUS', pair, until });
    // Tried again, however often, it is told once.
    expect(await abroad.receive([same, same])).toEqual(['APPLIED', 'APPLIED']);
    expect(await abroad.link(ru(8))).toBe('UNVERIFIED NONE SAME');
    expect(await abroad.models.notices.countDocuments({ 'data.dossier': by(8) })).toBe(1);
  });

  test('what was said before a dossier ended, and is tried again after it, names it nowhere', async () => {
    const reference = 'RUH-00000000000000000002';
    const same = told({ about: { reference }, dossier: by(9) });
    expect(await abroad.receive([same])).toEqual(['NOT_YET']);
    const until = new Date(Date.now() + 86_400_000);
    const pair = `alert ${reference}`;
    await abroad.models.hits.create({ _id: reference, dossier: ru(9), to: 'BELARUS', pair, until });
    const ended = told({ about: { reference }, dossier: by(9), decision: 'NONE', hasEnded: true });
    expect(await abroad.receive([ended, same])).toEqual(['APPLIED', 'APPLIED']);
    const dossier = await abroad.models.dossiers.findById(ru(9)).lean();
    expect(dossier?.links).toMatchObject([{ own: { decision: 'NONE' }, told: { decision: 'NONE' } }]);
    expect(JSON.stringify(dossier)).not.toContain(by(9));
    expect(await abroad.models.notices.countDocuments({ 'data.dossier': by(9) })).toBe(0);
  });

  test('its history keeps the latest of what changes its state, and all that its officers did', async () => {
    await abroad.decide(ru(7), by(7));
    const pair = { about: { dossier: ru(7) }, dossier: by(7) };
    const flips = Array.from({ length: mostTold + 20 }, (_, n) =>
      told({ ...pair, decision: n % 2 ? 'NONE' : 'SAME' }),
    );
    await abroad.receive(flips);
    const history = await historyOf(abroad.models, ru(7));
    const actions = history.map(({ action }) => action);
    expect(actions.filter((action) => action === 'TELL_LINK')).toHaveLength(mostTold);
    expect(actions).toEqual(expect.arrayContaining(['PROPOSE_LINK', 'COUNTERSIGN_LINK']));
  });
});
