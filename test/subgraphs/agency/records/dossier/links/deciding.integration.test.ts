import { matchUnder } from '../../../../../../subgraphs/agency/matching/match-under.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../../subgraphs/russia/definition.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { testKeys, testNaming } from '../../../../../support/match-keys.ts';
import { carry, type LinkingAgency, linkingAgency } from './support.ts';

/** A dossier a test, so that none depends on another. */
const count = 20;
const idOf = (prefix: string, n: number) => `${prefix}-0000000${String(n).padStart(3, '0')}`;
const by = (n: number) => idOf('BY', n);
const ru = (n: number) => idOf('RU', n);
const dossiers = (prefix: string) =>
  Array.from({ length: count }, (_, n) => dossierOf(idOf(prefix, n), { handlingCode: 'ON_RELEASE' }));

let home: LinkingAgency;
let abroad: LinkingAgency;
beforeAll(async () => {
  home = await linkingAgency(belarus, dossiers('BY'));
  abroad = await linkingAgency(
    russia,
    dossiers('RU').map((dossier) => ({ ...dossier, agency: 'RUSSIA' as const })),
  );
});
afterAll(async () => {
  await home.stop();
  await abroad.stop();
});
const links = async (n: number) => [await home.link(by(n)), await abroad.link(ru(n))];

describe('two dossiers are one person', () => {
  test('by the decisions of four officers, and not before the last of them', async () => {
    await home.propose(by(0), ru(0));
    expect(await carry(home, abroad)).toEqual([]);
    await home.countersign(by(0), ru(0));
    await carry(home, abroad);
    expect(await links(0)).toEqual(['UNVERIFIED SAME NONE', 'UNVERIFIED NONE SAME']);
    await abroad.propose(ru(0), by(0));
    await abroad.countersign(ru(0), by(0));
    expect((await abroad.stored(ru(0))).samePersonAs).toEqual([by(0)]);
    expect((await home.stored(by(0))).samePersonAs).toBeUndefined();
    await carry(home, abroad);
    expect(await links(0)).toEqual(['SAME SAME SAME', 'SAME SAME SAME']);
    expect((await home.stored(by(0))).samePersonAs).toEqual([ru(0)]);
    expect((await home.stored(by(0))).links[0]?.own.grounds).toMatchObject({
      proposedBy: 'belarus-liaison',
      countersignedBy: 'belarus-supervisor',
      evidence: { kinds: [], version: 1 },
    });
  });

  test('when both agencies decide so in the same moment', async () => {
    await home.decide(by(1), ru(1));
    await abroad.decide(ru(1), by(1));
    await carry(home, abroad);
    expect(await links(1)).toEqual(['SAME SAME SAME', 'SAME SAME SAME']);
  });

  test('no longer when one of the two withdraws: at once at home, on arrival abroad', async () => {
    await home.decide(by(2), ru(2));
    await abroad.decide(ru(2), by(2));
    await carry(home, abroad);
    expect((await home.withdraw(by(2), ru(2))).outcome).toMatchObject({ of: by(2) });
    expect((await home.stored(by(2))).samePersonAs).toBeUndefined();
    expect((await abroad.stored(ru(2))).samePersonAs).toEqual([by(2)]);
    await carry(home, abroad);
    expect((await abroad.stored(ru(2))).samePersonAs).toBeUndefined();
    expect(await links(2)).toEqual(['UNVERIFIED NONE SAME', 'UNVERIFIED SAME NONE']);
  });

  test('not for a third dossier', async () => {
    await home.decide(by(3), ru(3));
    await abroad.decide(ru(3), by(3));
    await carry(home, abroad);
    expect((await home.propose(by(3), ru(4))).problems).toEqual(['ALREADY_LINKED']);
    expect((await home.propose(by(3), ru(4), 'DIFFERENT')).outcome).toMatchObject({ of: by(3) });
    // From the other side: that another dossier is the same person’s is known, and joins nothing.
    await abroad.decide(ru(4), by(3));
    expect(await carry(home, abroad)).toEqual(['APPLIED']);
    expect((await home.stored(by(3))).samePersonAs).toEqual([ru(3)]);
    expect((await home.stored(by(3))).links).toHaveLength(2);
  });

  test('nor by a proposal that waited when the other link was countersigned', async () => {
    await home.propose(by(16), ru(16));
    await home.propose(by(16), ru(17));
    await home.countersign(by(16), ru(16));
    expect((await home.countersign(by(16), ru(17))).problems).toEqual(['ALREADY_LINKED']);
  });

  test('but a dossier abroad that another one here is linked with is proposed like any other, to the byte', async () => {
    await home.decide(by(17), ru(18));
    await abroad.decide(ru(18), by(17));
    await carry(home, abroad);
    const answers = [];
    for (const [own, foreign] of [
      [by(18), ru(18)],
      [by(19), 'RU-0000000998'],
    ] as const) {
      const text = JSON.stringify(await home.propose(own, foreign));
      answers.push(text.replaceAll(own, 'OWN').replaceAll(foreign, 'FOREIGN'));
    }
    expect(answers[0]).toContain('OWN');
    expect(answers[0]).toBe(answers[1]);
  });

  test('no longer when the names are changed, until it is countersigned again', async () => {
    await home.decide(by(5), ru(5));
    await abroad.decide(ru(5), by(5));
    await carry(home, abroad);
    const { names, version } = await home.stored(by(5));
    const amended = await home
      .as('BELARUS', 'INVESTIGATOR')
      .run(
        `mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename } } }`,
        { input: { dossier: by(5), version, remove: [names[0]?.id] } },
      );
    expect(amended.data.belarus.amendDossier.__typename).toBe('BelarusRecordedDossier');
    const [link] = (await home.stored(by(5))).links;
    expect(link?.own).toMatchObject({ decision: 'NONE', proposal: { needsReview: true } });
    await carry(home, abroad);
    expect((await abroad.stored(ru(5))).samePersonAs).toBeUndefined();
    await home.countersign(by(5), ru(5));
    await carry(home, abroad);
    expect(await links(5)).toEqual(['SAME SAME SAME', 'SAME SAME SAME']);
  });

  test('no longer when the person of one of them was cleared, and the link is over on both sides', async () => {
    await home.decide(by(6), ru(6));
    await abroad.decide(ru(6), by(6));
    await carry(home, abroad);
    const { version } = await home.stored(by(6));
    const provenance = { sourceReliability: 'A', informationAccuracy: 1, legalBasis: 'NATIONAL_LAW' };
    await home.supervisor.run(
      `mutation ($input: CloseDossierInput!) { belarus { closeDossier(input: $input) { __typename } } }`,
      { input: { dossier: by(6), version, stage: 'ACQUITTED', provenance, reason: 'Acquitted' } },
    );
    await carry(home, abroad);
    expect(await links(6)).toEqual(['UNVERIFIED NONE SAME', 'UNVERIFIED NONE NONE']);
    expect((await home.propose(by(6), ru(7))).problems).toEqual(['DOSSIER_CLOSED']);
  });
});

describe('agencies that contradict each other', () => {
  test('dispute the link, when their decisions cross on the way', async () => {
    await home.decide(by(8), ru(8), 'SAME');
    await abroad.decide(ru(8), by(8), 'DIFFERENT');
    await carry(home, abroad);
    expect(await links(8)).toEqual(['DISPUTED SAME DIFFERENT', 'DISPUTED DIFFERENT SAME']);
  });

  test('agree when both say DIFFERENT', async () => {
    await home.decide(by(9), ru(9), 'DIFFERENT');
    await carry(home, abroad);
    await abroad.decide(ru(9), by(9), 'DIFFERENT');
    await carry(home, abroad);
    expect(await links(9)).toEqual(['DIFFERENT DIFFERENT DIFFERENT', 'DIFFERENT DIFFERENT DIFFERENT']);
  });

  test('go by what was decided last, in whatever order it arrives', async () => {
    await home.decide(by(10), ru(10), 'SAME');
    await home.withdraw(by(10), ru(10));
    const [first, second] = await home.outgoing();
    if (!first || !second) throw new Error('nothing was told');
    await home.decide(by(10), ru(10), 'DIFFERENT');
    const [third] = await home.outgoing();
    await abroad.receive([first, ...(third ? [third] : []), second]);
    expect(await abroad.link(ru(10))).toBe('UNVERIFIED NONE DIFFERENT');
  });
});

describe('a decision on a dossier that nobody may know of', () => {
  const dark = 'RU-DARK000001';
  const unknown = 'RU-0000000999';
  beforeAll(async () => {
    const record = dossierOf(dark, { handlingCode: 'ORIGINATOR_ONLY' });
    await abroad.models.dossiers.create({ ...record, agency: 'RUSSIA' });
  });

  test('is taken, told and acknowledged as any other, byte by byte', async () => {
    const answers: string[] = [];
    for (const [own, foreign] of [
      [by(11), dark],
      [by(12), unknown],
    ] as const) {
      const told = [await home.propose(own, foreign), await home.countersign(own, foreign)];
      const events = await home.outgoing();
      const effects = await abroad.receive(events);
      const [link] = (await home.stored(own)).links;
      const text = JSON.stringify([told, events.map(({ data }) => data), effects, link?.own.decision]);
      answers.push(
        text
          .replaceAll(own, 'OWN')
          .replaceAll(foreign, 'FOREIGN')
          .replace(/\d{4}-[^"]*Z/g, 'TIME'),
      );
    }
    expect(answers[0]).toBe(answers[1]);
    expect(await abroad.outgoing()).toEqual([]);
    expect(await abroad.link(dark)).toBe('UNVERIFIED NONE SAME');
  });

  test('lapses after thirty days as any other, and not a day before', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await home.runDay(inDays(29));
    expect([await home.link(by(11)), await home.link(by(12))]).toEqual([
      'UNVERIFIED SAME NONE',
      'UNVERIFIED SAME NONE',
    ]);
    await home.runDay(inDays(30.1));
    expect([await home.link(by(11)), await home.link(by(12))]).toEqual([
      'UNVERIFIED NONE NONE',
      'UNVERIFIED NONE NONE',
    ]);
    expect((await abroad.receive(await home.outgoing())).every((effect) => effect === 'APPLIED')).toBe(true);
    expect(await abroad.link(dark)).toBe('UNVERIFIED NONE NONE');
  });
});

describe('a dossier that is named by a hit', () => {
  test('is told by its id only with a SAME of both', async () => {
    const now = new Date();
    const references = await abroad.stores.hits.referencesOf(
      [ru(13)],
      { agency: 'BELARUS', case: undefined },
      now,
    );
    const reference = references.get(ru(13))?._id ?? '';
    await home.decide(by(13), reference);
    await carry(home, abroad);
    expect(await home.link(by(13))).toBe('UNVERIFIED SAME NONE');
    expect((await abroad.stored(ru(13))).links[0]).toMatchObject({ dossier: by(13), knownAs: [reference] });
    await abroad.decide(ru(13), by(13), 'DIFFERENT');
    const events = await abroad.outgoing();
    expect(JSON.stringify(events)).not.toContain(ru(13));
    await home.receive(events);
    expect(await home.link(by(13))).toBe('DISPUTED SAME DIFFERENT');
    await abroad.withdraw(ru(13), by(13));
    await abroad.decide(ru(13), by(13));
    await carry(home, abroad);
    expect(await links(13)).toEqual(['SAME SAME SAME', 'SAME SAME SAME']);
    expect((await home.stored(by(13))).samePersonAs).toEqual([ru(13)]);
  });

  test('is told by its id too when the other agency is the last to say SAME', async () => {
    const reader = { agency: 'BELARUS', case: undefined } as const;
    const references = await abroad.stores.hits.referencesOf([ru(14)], reader, new Date());
    const reference = references.get(ru(14))?._id ?? '';
    await home.decide(by(14), reference);
    await carry(home, abroad);
    await home.withdraw(by(14), reference);
    await carry(home, abroad);
    await abroad.decide(ru(14), by(14));
    await carry(home, abroad);
    expect((await home.stored(by(14))).links[0]?.dossier).toBeUndefined();
    await home.decide(by(14), reference);
    await carry(home, abroad);
    expect((await home.stored(by(14))).samePersonAs).toEqual([ru(14)]);
    expect((await abroad.stored(ru(14))).samePersonAs).toEqual([by(14)]);
  });
});

describe('an erased dossier', () => {
  test('ends its links abroad, once it is gone and not before', async () => {
    await home.decide(by(15), ru(15));
    await abroad.decide(ru(15), by(15));
    await carry(home, abroad);
    const store = retentionOf(home.models, belarus.retention, matchUnder(testKeys, testNaming));
    const dossier = await home.stored(by(15));
    const { erasureOf } = await import(
      '../../../../../../subgraphs/agency/records/dossier/retention/erasure-of.ts'
    );
    const erasure = erasureOf(dossier, new Date('2060-01-01'), await store.pastOf(dossier));
    if (erasure.kind !== 'WHOLE') throw new Error('it is not due');
    expect(await store.eraseDossier({ ...dossier, version: 0 }, erasure.messages)).toBe('CONFLICT');
    expect(await home.outgoing()).toEqual([]);
    expect(await store.eraseDossier(dossier, erasure.messages)).toBe('WRITTEN');
    await abroad.receive(await home.outgoing());
    expect(await abroad.link(ru(15))).toBe('UNVERIFIED NONE NONE');
    expect(await home.outgoing()).toEqual([]);
  });
});
