import type { Author } from '../../../../../subgraphs/agency/records/dossier/step.ts';
import { addCase } from '../../../../../subgraphs/agency/records/dossier/steps/add-case.ts';
import { mostCases } from '../../../../../subgraphs/agency/records/values/dossier-input.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';

const author: Author = {
  by: 'supervisor-1',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
  at: new Date('2026-11-24T12:00:00Z'),
  idempotency: { key: 'k', fingerprint: 'f' },
};
const numbered = (number: number) => `BY-2026-${String(number).padStart(6, '0')}`;
const named = (number: number) => Array.from({ length: number }, (_none, n) => numbered(n + 1));
const added = (number: string, cases = named(2)) =>
  addCase(dossierOf('BY-0000000001', { cases }), author, number, 'One call centre');
const codes = (...given: Parameters<typeof added>) => {
  const result = added(...given);
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

test('a case of the agency is added behind the others, and the history says which and why', () => {
  const result = added(numbered(777));
  expect('step' in result && result.step).toMatchObject({
    set: { cases: [...named(2), numbered(777)] },
    entry: {
      action: 'ADD_CASE',
      changes: [{ field: 'cases', after: numbered(777), reason: 'One call centre' }],
    },
    counts: { addedCases: { number: 1, most: 10 } },
  });
});

test('a case of another agency, one that is there, and one too many are refused, and the last that fits is not', () => {
  expect(codes('RU-2026-000001')).toEqual(['case CASE_OF_ANOTHER_AGENCY']);
  expect(codes(numbered(2))).toEqual(['case CASE_NAMED']);
  expect(codes(numbered(777), named(mostCases))).toEqual(['case TOO_MANY']);
  expect(codes(numbered(777), named(mostCases - 1))).toEqual([]);
});
