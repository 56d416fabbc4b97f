import { describe, expect, test } from '@jest/globals';
import type { SearchCriteria } from '../../../../schema/search.ts';
import { whyNotAsked } from '../../../../subgraphs/crossborder/search/outcome.ts';

const one: SearchCriteria = { phone: '+375291234567' };
const two: SearchCriteria = { ...one, birthDate: '1990' };
const viewer = { agency: 'BELARUS' } as const;

describe('an agency', () => {
  test('is asked in its scope, and not out of it', () => {
    expect(whyNotAsked('RUSSIA', { criteria: two, scope: ['RUSSIA'] }, viewer)).toBeUndefined();
    expect(whyNotAsked('RUSSIA', { criteria: two, scope: ['BELARUS'] }, viewer)).toBe('OUT_OF_SCOPE');
    expect(whyNotAsked('BELARUS', { criteria: two, scope: ['RUSSIA'] }, viewer)).toBe('OUT_OF_SCOPE');
  });

  test('is asked from abroad with two kinds of evidence, at home with one', () => {
    const scope = ['BELARUS', 'RUSSIA'] as const;
    expect(whyNotAsked('RUSSIA', { criteria: one, scope }, viewer)).toBe('NEEDS_MORE_EVIDENCE');
    expect(whyNotAsked('BELARUS', { criteria: one, scope }, viewer)).toBeUndefined();
    expect(whyNotAsked('RUSSIA', { criteria: two, scope }, viewer)).toBeUndefined();
    expect(whyNotAsked('RUSSIA', { criteria: one, scope }, { agency: 'RUSSIA' })).toBeUndefined();
  });
});
