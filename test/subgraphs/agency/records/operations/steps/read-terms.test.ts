import {
  type GivenTerms,
  readTerms,
} from '../../../../../../subgraphs/agency/records/operations/steps/read-terms.ts';
import { criminalCode } from '../../../../../../terms/criminal-codes/belarus.ts';
import { on } from '../../../../../support/operations/two-agencies.ts';

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const given: GivenTerms = {
  ...{ name: 'AVOCET', from: '2026-11-02', until: '2027-04-30', offences: ['209'] },
  origins: [
    { kind: 'LINK', ids: ['BY-7Q4KZ0XN3VDH9TRC', 'RU-E58GM1WYB6PJ2SAF'] },
    { kind: 'ALERT', ids: ['BYA-7Q4KZ0XN3VDH9TRC'] },
    { kind: 'REQUEST', ids: ['RUQ-7Q4KZ0XN3VDH9TRC'] },
  ],
};
/** The problems of terms that are changed in one place, on the second day of November. */
const problemsOf = (change: Partial<GivenTerms>) => {
  const read = readTerms({ ...given, ...change }, mandate, { criminalCode, now: on(2) });
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

test('terms have their offences by what these punish, which the other agency’s code punishes too', () => {
  expect(readTerms(given, mandate, { criminalCode, now: on(2) })).toEqual({
    terms: {
      ...{ ...mandate, name: 'AVOCET', from: '2026-11-02', until: '2027-04-30' },
      ...{ conducts: ['FRAUD'], origins: given.origins },
    },
  });
});

test.each<[string, Partial<GivenTerms>, string[]]>([
  ['a code name that is not in the list', { name: 'CHARLIE' }, ['name UNKNOWN_VALUE']],
  ['a first day that is over', { from: '2026-11-01', until: '2026-11-03' }, ['from WINDOW_PAST']],
  ['a first day in two years', { from: '2028-11-01', until: '2028-11-02' }, ['from WINDOW_TOO_FAR']],
  ['a last day before the first', { until: '2026-11-01' }, ['until INCONSISTENT']],
  ['181 days', { until: '2027-05-01' }, ['until WINDOW_TOO_LONG']],
  ['no offence', { offences: [] }, ['offences MISSING']],
  ['an offence outside the list', { offences: ['209', '369'] }, ['offences.1 ARTICLE_UNKNOWN']],
  [
    '51 origins',
    { origins: Array.from({ length: 51 }, () => given.origins[1] ?? { kind: 'ALERT', ids: [] }) },
    ['origins TOO_MANY'],
  ],
  [
    'a link of two dossiers of one agency',
    { origins: [{ kind: 'LINK', ids: ['BY-7Q4KZ0XN3VDH9TRC', 'BY-3JXC90FVT7KQ5NHE'] }] },
    ['origins.0 MALFORMED'],
  ],
  [
    'a dossier as a request',
    { origins: [{ kind: 'REQUEST', ids: ['BY-7Q4KZ0XN3VDH9TRC'] }] },
    ['origins.0 MALFORMED'],
  ],
  [
    'all of it at once',
    { name: '', from: '2026-01-01', offences: [] },
    ['from WINDOW_PAST', 'name UNKNOWN_VALUE', 'offences MISSING', 'until WINDOW_TOO_LONG'],
  ],
])('%s is told with its place', (_name, change, problems) => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf(change)).toEqual(problems);
});
