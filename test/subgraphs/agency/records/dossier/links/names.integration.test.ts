import { carry, type LinkingAgency, linkingAgencies } from './support.ts';

const by = (n: number) => `BY-000000000${n}`;
const ru = (n: number) => `RU-000000000${n}`;
const numbers = [0, 1, 2, 3, 4, 5];
const [firstCase, secondCase] = ['BY-2026-000001', 'BY-2026-000002'];

let home: LinkingAgency;
let abroad: LinkingAgency;
beforeAll(async () => {
  ({ home, abroad } = await linkingAgencies(numbers.map(by), numbers.map(ru)));
});
const links = async (n: number) => [await home.link(by(n)), await abroad.link(ru(n))];
const joined = async (n: number) => [
  (await home.stored(by(n))).samePersonAs,
  (await abroad.stored(ru(n))).samePersonAs,
];

describe('a pair that is named by more than one hit', () => {
  test('is confirmed by a later one, where the decision by the first was withdrawn', async () => {
    const [first, second] = [await abroad.hit(ru(0), firstCase), await abroad.hit(ru(0), secondCase)];
    await home.decide(by(0), first);
    await home.withdraw(by(0), first);
    await home.decide(by(0), second);
    await carry(home, abroad);
    expect(await abroad.link(ru(0))).toBe('UNVERIFIED NONE SAME');
    await abroad.decide(ru(0), by(0));
    await carry(home, abroad);
    expect(await links(0)).toEqual(['SAME SAME SAME', 'SAME SAME SAME']);
    expect((await home.stored(by(0))).links).toHaveLength(1);
  });

  test('is confirmed by the next one, where the first decision has lapsed', async () => {
    const later = new Date(Date.now() + 31 * 86_400_000);
    const first = await abroad.hit(ru(1));
    await home.decide(by(1), first);
    await carry(home, abroad);
    await home.runDay(later);
    await carry(home, abroad);
    expect(await abroad.link(ru(1))).toBe('UNVERIFIED NONE NONE');
    const second = await abroad.hit(ru(1), undefined, later);
    expect(second).not.toBe(first);
    await home.decide(by(1), second, 'SAME', later);
    await carry(home, abroad);
    await abroad.decide(ru(1), by(1));
    await carry(home, abroad);
    expect(await joined(1)).toEqual([[ru(1)], [by(1)]]);
  });

  test('and that is linked by one name, is not called DIFFERENT by another one', async () => {
    const hit = await abroad.hit(ru(5));
    await home.decide(by(5), ru(5));
    await abroad.decide(ru(5), by(5));
    await carry(home, abroad);
    await expect(home.decide(by(5), hit, 'DIFFERENT')).rejects.toThrow('ALREADY_LINKED');
    // Nor while it is looked at again, as after an amendment of who the person is.
    const { countersignedBy: _, ...grounds } = (await home.stored(by(5))).links[0]?.own.grounds ?? {};
    const inReview = { decision: 'NONE', proposal: { ...grounds, needsReview: true } };
    await home.models.dossiers.updateOne({ _id: by(5) }, { $set: { 'links.0.own': inReview } });
    await expect(home.decide(by(5), hit, 'DIFFERENT')).rejects.toThrow('ALREADY_LINKED');
    await home.countersign(by(5), ru(5));
    // Of a dossier that is known to be another one it is told as ever.
    await home.decide(by(5), ru(4), 'DIFFERENT');
    await carry(home, abroad);
    expect(await joined(5)).toEqual([[ru(5)], [by(5)]]);
    for (const id of [ru(5), ru(4)]) await home.withdraw(by(5), id);
    await carry(home, abroad);
    await abroad.withdraw(ru(5), by(5));
    await carry(home, abroad);
    expect(await joined(5)).toEqual([undefined, undefined]);
  });

  test('and on which one agency has contradicted itself, joins nothing and waits for its officers', async () => {
    const hit = await abroad.hit(ru(2));
    await home.decide(by(2), ru(2), 'DIFFERENT');
    await home.decide(by(2), hit, 'SAME');
    await carry(home, abroad);
    expect(await abroad.link(ru(2))).toBe('UNVERIFIED NONE SAME');
    await abroad.decide(ru(2), by(2));
    await carry(home, abroad);
    expect(await links(2)).toEqual(['DISPUTED DIFFERENT SAME', 'DISPUTED SAME DIFFERENT']);
    expect(await joined(2)).toEqual([undefined, undefined]);
    expect((await home.stored(by(2))).links[0]?.own.proposal).toMatchObject({
      decision: 'SAME',
      needsReview: true,
    });
    expect((await home.countersign(by(2), ru(2))).problems).toEqual(['DECIDED_DIFFERENT']);
    await home.withdraw(by(2), ru(2));
    await home.countersign(by(2), ru(2));
    await carry(home, abroad);
    expect(await joined(2)).toEqual([[ru(2)], [by(2)]]);
  });
});

describe('agencies that name each other by hits in the same moment', () => {
  test('find that it is one pair, without another signature, and as one link each', async () => {
    await home.decide(by(3), await abroad.hit(ru(3)));
    await abroad.decide(ru(3), await home.hit(by(3)));
    await carry(home, abroad);
    expect(await joined(3)).toEqual([[ru(3)], [by(3)]]);
    expect(
      [(await home.stored(by(3))).links, (await abroad.stored(ru(3))).links].map((all) => all.length),
    ).toEqual([1, 1]);
  });

  test('and mean two pairs, join neither', async () => {
    await home.decide(by(4), await abroad.hit(ru(4)));
    await abroad.decide(ru(5), await home.hit(by(4)));
    await carry(home, abroad);
    expect(await joined(4)).toEqual([undefined, undefined]);
    expect(await joined(5)).toEqual([undefined, undefined]);
  });
});
