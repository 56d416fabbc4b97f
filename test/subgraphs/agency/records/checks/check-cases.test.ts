import { caseProblems } from '../../../../../subgraphs/agency/records/checks/check-cases.ts';
import type { Role } from '../../../../../terms/enums.ts';

const [own, second, foreign] = ['BY-2026-000001', 'BY-2026-000002', 'RU-2026-000001'];
const officer = (cases: string[], ...roles: Role[]) => ({ cases, roles });
const codes = (cases: string[], ...namer: [ReturnType<typeof officer>?]) =>
  caseProblems(cases, 'BELARUS', ...namer).map(({ code, path }) => `${path} ${code}`);

test('an investigator names cases of their token, and no other of their agency', () => {
  const investigator = officer([own], 'INVESTIGATOR');
  expect(codes([own], investigator)).toEqual([]);
  expect(codes([own, second], investigator)).toEqual(['cases CASE_NOT_ASSIGNED']);
});

test('a supervisor names any case of their agency, and none of another one', () => {
  const supervisor = officer([own], 'INVESTIGATOR', 'SUPERVISOR');
  expect(codes([own, second], supervisor)).toEqual([]);
  expect(codes([own, foreign], supervisor)).toEqual(['cases CASE_OF_ANOTHER_AGENCY']);
});

test('a case of another agency is refused even where a token names it', () => {
  expect(codes([foreign], officer([foreign], 'INVESTIGATOR'))).toEqual(['cases CASE_OF_ANOTHER_AGENCY']);
});

test('an import names cases by its file, of its agency alone', () => {
  expect(codes([own, second])).toEqual([]);
  expect(codes([own, foreign])).toEqual(['cases CASE_OF_ANOTHER_AGENCY']);
});
