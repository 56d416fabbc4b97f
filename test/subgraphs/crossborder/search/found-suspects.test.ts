import type { AgencyAnswer } from '../../../../subgraphs/crossborder/search/agency-answer.ts';
import {
  type FoundSuspect,
  foundSuspects,
  pageOf,
} from '../../../../subgraphs/crossborder/search/found-suspects.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { HitMatch, VisibleMatch } from '../../../../terms/search-exchange.ts';
import { dossierOfSuspect } from '../../../../terms/suspect-id.ts';

const visible = (dossier: string, score: number, samePersonAs: string[] = []): VisibleMatch => ({
  dossier,
  samePersonAs,
  score,
  band: null,
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: 8.8 }],
});
const hit = (reference: string, band: 'POSSIBLE' | 'STRONG'): HitMatch => ({
  hit: { reference, until: '2026-12-24T00:00:00Z' },
  band,
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: null }],
});
const answer = (agency: Agency, ...matches: AgencyAnswer['matches']): AgencyAnswer => ({
  agency,
  outcome: 'ANSWERED',
  matches,
});

const by = (digit: number) => `BY-000000000${digit}`;
const ru = (digit: number) => `RU-000000000${digit}`;

/** Each person by his name, with the agencies of his matches in their order. */
const told = (found: readonly FoundSuspect[]) =>
  found.map(({ suspect, hit: of, matches }) =>
    [dossierOfSuspect(suspect?.id) ?? of?.reference, ...matches.map(({ agency }) => agency)].join(' '),
  );

describe('dossiers that a link joins', () => {
  const [ours, theirs] = [visible(by(1), 20), visible(ru(1), 30)];
  const linked = { ours: visible(by(1), 20, [ru(1)]), theirs: visible(ru(1), 30, [by(1)]) };

  test('are one person, whichever side tells it', () => {
    for (const [one, other] of [
      [linked.ours, theirs],
      [ours, linked.theirs],
      [linked.ours, linked.theirs],
    ] as const) {
      const found = foundSuspects([answer('BELARUS', one), answer('RUSSIA', other)], 'BELARUS');
      expect(told(found)).toEqual([`${by(1)} RUSSIA BELARUS`]);
      expect(found[0]?.position).toEqual({ rank: 30, id: by(1) });
    }
  });

  test('are two without one', () => {
    expect(told(foundSuspects([answer('BELARUS', ours), answer('RUSSIA', theirs)], 'BELARUS'))).toEqual([
      `${ru(1)} RUSSIA`,
      `${by(1)} BELARUS`,
    ]);
  });

  test('have the name of the viewer’s own dossier', () => {
    const answers = [answer('BELARUS', linked.ours), answer('RUSSIA', theirs)];
    expect(foundSuspects(answers, 'RUSSIA')[0]?.suspect).toEqual({ id: `S-${ru(1)}` });
    expect(foundSuspects(answers, 'BELARUS')[0]?.suspect).toEqual({ id: `S-${by(1)}` });
  });

  test('stay alone where the other did not match', () => {
    expect(told(foundSuspects([answer('BELARUS', linked.ours), answer('RUSSIA')], 'RUSSIA'))).toEqual([
      `${by(1)} BELARUS`,
    ]);
  });
});

describe('links that contradict each other', () => {
  const first = visible(by(1), 25, [ru(1)]);
  const second = visible(by(2), 22, [ru(1)]);
  const other = visible(ru(1), 10);

  test('join the likeliest, and leave the other alone, in whatever order they come', () => {
    for (const matches of [
      [first, second],
      [second, first],
    ]) {
      for (const answers of [
        [answer('BELARUS', ...matches), answer('RUSSIA', other)],
        [answer('RUSSIA', other), answer('BELARUS', ...matches)],
      ]) {
        expect(told(foundSuspects(answers, 'BELARUS'))).toEqual([
          `${by(1)} BELARUS RUSSIA`,
          `${by(2)} BELARUS`,
        ]);
      }
    }
  });

  test('join no dossier with a third', () => {
    const found = foundSuspects(
      [
        answer('BELARUS', visible(by(1), 25, [ru(1), ru(2)])),
        answer('RUSSIA', visible(ru(1), 10), visible(ru(2), 11)),
      ],
      'BELARUS',
    );
    expect(told(found)).toEqual([`${by(1)} BELARUS RUSSIA`, `${ru(1)} RUSSIA`]);
    expect(found[0]?.matches[1]?.score).toBe(11);
  });
});

describe('the order', () => {
  const found = foundSuspects(
    [
      answer('BELARUS', visible(by(1), 40), visible(by(2), 26.9), visible(by(3), 12), visible(by(4), 27)),
      answer('RUSSIA', hit('hit-2', 'STRONG'), hit('hit-1', 'STRONG'), hit('hit-3', 'POSSIBLE')),
    ],
    'BELARUS',
  );

  test('is by score, a hit where its band begins, and by name among equals', () => {
    expect(told(found)).toEqual([
      `${by(1)} BELARUS`,
      `${by(4)} BELARUS`,
      'hit-1 RUSSIA',
      'hit-2 RUSSIA',
      `${by(2)} BELARUS`,
      'hit-3 RUSSIA',
      `${by(3)} BELARUS`,
    ]);
  });

  test('has no score of a hit, and no dossier', () => {
    expect(found[2]).toMatchObject({
      suspect: null,
      hit: { reference: 'hit-1' },
      matches: [{ score: null }],
    });
    expect(found[1]).toMatchObject({ hit: null, matches: [{ score: 27 }] });
  });

  test('is gone through by pages, each person once', () => {
    for (const first of [1, 2, 3, 7, 100]) {
      const seen: string[] = [];
      let after: FoundSuspect['position'] | undefined;
      for (;;) {
        const page = pageOf(found, { first, after });
        expect(page.hasPreviousPage).toBe(after !== undefined);
        seen.push(...told(page.items));
        after = page.items.at(-1)?.position;
        if (!page.hasNextPage) break;
      }
      expect(seen).toEqual(told(found));
    }
  });

  test('goes on after a person who is gone', () => {
    const after = { rank: 27, id: 'a person who is gone' };
    expect(told(pageOf(found, { first: 1, after }).items)).toEqual(['hit-1 RUSSIA']);
  });

  test('ends in an empty page', () => {
    expect(pageOf(found, { first: 5, after: { rank: 0, id: '' } })).toEqual({
      items: [],
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });
});
