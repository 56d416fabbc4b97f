import type { CheckContext } from '../../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { ValueContext } from '../../../../../../subgraphs/agency/records/values/value-kind.ts';
import { retention } from '../../../../../../subgraphs/russia/retention-periods.ts';
import { codeOfProcedure } from '../../../../../../terms/codes-of-procedure/russia.ts';
import { criminalCode } from '../../../../../../terms/criminal-codes/russia.ts';
import { testNaming } from '../../../../../support/match-keys.ts';

export const provenance = {
  sourceReliability: 'A',
  informationAccuracy: 1,
  legalBasis: 'NATIONAL_LAW',
} as const;

export const offence = { article: '159', committedOn: '2025-03-14', provenance };

/** The least that can be recorded. */
export const leastInput = {
  handlingCode: 'ON_RELEASE',
  cases: ['RU-2026-000001'],
  offences: [offence],
  status: { stage: 'SUSPECTED', provenance },
};

export const context: CheckContext = {
  criminalCode,
  provisions: codeOfProcedure,
  retention,
  today: new Date('2026-07-01T12:00:00Z'),
  nodeIdOf: testNaming.idOf,
};

/** All that the check of one value knows beside it. */
export const valueContext: ValueContext = { ...context, birth: undefined };

/** What a reader said of an input, as `path CODE`; nothing where it was accepted. */
export const told = (read: object): string[] =>
  'problems' in read
    ? (read.problems as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)
    : [];
