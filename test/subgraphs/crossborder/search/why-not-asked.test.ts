import { whyNotAsked } from '../../../../subgraphs/crossborder/search/why-not-asked.ts';
import type { SearchCriteria } from '../../../../terms/search-exchange.ts';

const one: SearchCriteria = { phone: '+375291234567' };
const two: SearchCriteria = { ...one, birthDate: '1990' };
const viewer = { viewer: { agency: 'BELARUS' }, mandate: { case: 'BY-2026-000001' } } as const;

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
    expect(
      whyNotAsked('RUSSIA', { criteria: one, scope }, { ...viewer, viewer: { agency: 'RUSSIA' } }),
    ).toBeUndefined();
  });

  test('is asked from abroad for a case alone, at home without one', () => {
    const scope = ['BELARUS', 'RUSSIA'] as const;
    const caseless = { ...viewer, mandate: {} };
    expect(whyNotAsked('RUSSIA', { criteria: two, scope }, caseless)).toBe('NEEDS_CASE');
    expect(whyNotAsked('RUSSIA', { criteria: one, scope }, caseless)).toBe('NEEDS_CASE');
    expect(whyNotAsked('BELARUS', { criteria: one, scope }, caseless)).toBeUndefined();
  });
});
