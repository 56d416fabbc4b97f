import { describe, expect, test } from 'vitest';
import { type Comparison, findingOf } from '../../../../../subgraphs/agency/api/search/finding-of.ts';
import type { Agreement } from '../../../../../subgraphs/agency/matching/agreement.ts';
import type { Score } from '../../../../../subgraphs/agency/matching/score.ts';
import type { Permissions } from '../../../../../subgraphs/agency/permissions/permissions.ts';

const record = { _id: 'BY-A000000001' };

/** What a viewer of another agency may: see the record or not, and all of its classes or none. */
const abroad = (may: 'ALLOW' | 'DENY') =>
  ({
    decide: () => may,
    isVisible: () => may === 'ALLOW',
    verdicts: { side: 'foreign', of: { IDENTITY: 'ALLOW' } },
  }) as unknown as Permissions;

const twoKinds: Agreement['agreed'] = [
  { kind: 'SURNAME', outcome: 'AGREED' },
  { kind: 'GIVEN_NAME', outcome: 'AGREED' },
] as Agreement['agreed'];
const score: Score = {
  total: 20,
  band: 'POSSIBLE',
  evidence: [
    { kind: 'SURNAME', outcome: 'AGREED', weight: 10 },
    { kind: 'GIVEN_NAME', outcome: 'AGREED', weight: 10 },
  ],
} as Score;

const compared = ({
  band = 'POSSIBLE',
  agreed = twoKinds,
  isFound = true,
}: {
  band?: Agreement['band'] | 'none';
  agreed?: Agreement['agreed'];
  isFound?: boolean;
} = {}): Comparison => ({
  score: () => score,
  agreement: () => ({ band: band === 'none' ? undefined : band, agreed }),
  finds: () => isFound,
});

const toldOf = (comparison: Comparison, may: 'ALLOW' | 'DENY') =>
  findingOf(record, comparison, abroad(may), { needsBand: true })?.kind;

describe('a record that a viewer of another agency may not see', () => {
  test('is a hit where two kinds agree and make a band', () => {
    expect(toldOf(compared(), 'DENY')).toBe('HIT');
  });

  test('is nothing without a band, or with one kind alone', () => {
    expect(toldOf(compared({ band: 'none' }), 'DENY')).toBeUndefined();
    expect(toldOf(compared({ agreed: twoKinds.slice(0, 1) }), 'DENY')).toBeUndefined();
  });

  test('is nothing where what may be read would not have led to it', () => {
    expect(toldOf(compared({ isFound: false }), 'DENY')).toBeUndefined();
  });
});

describe('a record that he may see', () => {
  test('is told as a dossier where what he may read leads to it, and not where only what is withheld does', () => {
    expect(toldOf(compared(), 'ALLOW')).toBe('DOSSIER');
    expect(toldOf(compared({ isFound: false }), 'ALLOW')).toBeUndefined();
  });
});
