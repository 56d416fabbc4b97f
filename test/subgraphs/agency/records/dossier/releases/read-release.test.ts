import type { AgencyDefinition } from '../../../../../../subgraphs/agency/permissions/agency-definition.ts';
import { releaseRulesOf } from '../../../../../../subgraphs/agency/permissions/policy.ts';
import { readRelease } from '../../../../../../subgraphs/agency/records/dossier/releases/read-release.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../../subgraphs/russia/definition.ts';

const now = new Date('2026-11-24T12:00:00Z');
const given = {
  to: 'RUSSIA',
  classes: ['IDENTITY'],
  purposes: ['INVESTIGATION'],
  until: '2026-12-24T12:00:00Z',
  reason: 'Joint investigation',
};
const days = (number: number, from = now) => new Date(from.getTime() + number * 86_400_000).toISOString();

const read = (changed: object, { agency: owner, policy }: AgencyDefinition = belarus) =>
  readRelease({ ...given, ...changed }, { owner, rules: releaseRulesOf(policy), now });

/** `path CODE` of each problem. */
function problemsOf(changed: object, definition?: AgencyDefinition) {
  const outcome = read(changed, definition);
  return 'problems' in outcome ? outcome.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

describe('a proposal of a release', () => {
  test('is read with the present moment as its beginning unless it names one', () => {
    expect(read({})).toEqual({
      release: { ...given, from: now, until: new Date('2026-12-24T12:00:00Z') },
    });
    expect(read({ from: '2026-11-25T15:00:00+03:00' })).toMatchObject({
      release: { from: new Date('2026-11-25T12:00:00Z') },
    });
  });

  test('names each class and purpose once, and a case when it is given', () => {
    const twice = { classes: ['CASE', 'CASE'], purposes: ['SOLVING', 'SOLVING'], case: 'RU-2026-000001' };
    expect(read(twice)).toMatchObject({
      release: { classes: ['CASE'], purposes: ['SOLVING'], case: 'RU-2026-000001' },
    });
    expect(read({ case: null })).not.toHaveProperty('release.case');
  });

  test('may begin earlier on this day, and not the day before', () => {
    expect(problemsOf({ from: '2026-11-24T00:00:00Z' })).toEqual([]);
    expect(problemsOf({ from: '2026-11-23T23:59:59Z' })).toEqual(['from RELEASE_PAST']);
  });

  test('must not have ended already', () => {
    expect(problemsOf({ from: '2026-11-24T08:00:00Z', until: '2026-11-24T12:00:01Z' })).toEqual([]);
    expect(problemsOf({ from: '2026-11-24T08:00:00Z', until: '2026-11-24T12:00:00Z' })).toEqual([
      'until RELEASE_PAST',
    ]);
  });

  test('must end after it begins', () => {
    expect(problemsOf({ from: days(2), until: days(2) })).toEqual(['until INCONSISTENT']);
    expect(problemsOf({ from: days(2), until: days(3) })).toEqual([]);
  });

  test.each([
    ['Belarus', belarus, 'RUSSIA', 365],
    ['Russia', russia, 'BELARUS', 180],
  ] as const)('lasts at most as long as %s’s policy says', (_name, definition, to, longest) => {
    expect(definition.policy.longestReleaseDays).toBe(longest);
    expect(problemsOf({ to, until: days(longest) }, definition)).toEqual([]);
    const tooLong = new Date(now.getTime() + longest * 86_400_000 + 1).toISOString();
    expect(problemsOf({ to, until: tooLong }, definition)).toEqual(['until RELEASE_TOO_LONG']);
  });

  test('gives nothing that the owner never gives abroad for that purpose', () => {
    const toBelarus = { to: 'BELARUS', classes: ['CASE', 'VICTIM'] };
    expect(problemsOf(toBelarus, russia)).toEqual(['classes.1 NEVER_RELEASED']);
    expect(problemsOf({ classes: ['CASE', 'VICTIM'] })).toEqual([]);
    expect(problemsOf({ classes: ['CASE', 'VICTIM'], purposes: ['INVESTIGATION', 'PREVENTION'] })).toEqual([
      'classes.0 NEVER_RELEASED',
      'classes.1 NEVER_RELEASED',
    ]);
  });

  test('is to another agency', () => {
    expect(problemsOf({ to: 'BELARUS' })).toEqual(['to OWN_AGENCY']);
  });

  test.each([
    ['a day that the calendar has not', { until: '2026-02-30T00:00:00Z' }, 'until MALFORMED'],
    ['a day without a time', { until: '2026-12-24' }, 'until MALFORMED'],
    ['a moment without a time zone', { from: '2026-12-24T10:00:00' }, 'from MALFORMED'],
    ['no class', { classes: [] }, 'classes MISSING'],
    ['no purpose', { purposes: [] }, 'purposes MISSING'],
    ['an unknown class', { classes: ['OPEN'] }, 'classes.0 UNKNOWN_VALUE'],
    ['an unknown purpose', { purposes: ['CURIOSITY'] }, 'purposes.0 UNKNOWN_VALUE'],
    ['an unknown agency', { to: 'NARNIA' }, 'to UNKNOWN_VALUE'],
    ['a case of another form', { case: 'BY-26-1' }, 'case MALFORMED'],
    ['a field that there is not', { forever: true }, 'forever UNKNOWN_FIELD'],
    ['no reason', { reason: ' ' }, 'reason MISSING'],
    ['too long a reason', { reason: 'x'.repeat(501) }, 'reason TOO_LONG'],
    ['a card number in the reason', { reason: 'Card 4111 1111 1111 1111' }, 'reason CARD_NUMBER'],
    ['a control character in the reason', { reason: 'Joint\u0007' }, 'reason CONTROL_CHARACTER'],
    ['a hidden character in the reason', { reason: 'Jo\u200bint' }, 'reason INVISIBLE_CHARACTER'],
  ])('with %s is refused', (_what, changed, problem) => {
    expect(problemsOf(changed)).toEqual([problem]);
  });

  test('is told all its problems at once, of form and of content', () => {
    const wrong = {
      to: 'BELARUS',
      classes: ['TACTICAL'],
      purposes: ['PREVENTION'],
      case: '1',
      from: '2026-11-01T00:00:00Z',
      until: '2026-11-02T00:00:00Z',
      reason: '4111111111111111',
    };
    expect(problemsOf(wrong)).toEqual([
      'case MALFORMED',
      'classes.0 NEVER_RELEASED',
      'from RELEASE_PAST',
      'reason CARD_NUMBER',
      'to OWN_AGENCY',
      'until RELEASE_PAST',
    ]);
  });

  test('is told nothing of what it had said', () => {
    const outcome = read({ reason: 'Card 4111 1111 1111 1111', case: 'a secret', until: 'tomorrow' });
    expect(JSON.stringify(outcome)).not.toMatch(/4111|secret|tomorrow/);
  });
});
