import {
  type AgencyPolicy,
  checkPolicy,
  verdictInRow,
} from '../../../../subgraphs/agency/permissions/policy.ts';
import { policy as belarus } from '../../../../subgraphs/belarus/policy.ts';
import { policy as russia } from '../../../../subgraphs/russia/policy.ts';
import { decidedClasses } from '../../../../terms/enums.ts';

const withRow = (name: string, row: { own: string; foreign: string }): AgencyPolicy => ({
  ...belarus,
  table: { ...belarus.table, [name]: row },
});
const row = { own: 'AAAAAAA', foreign: '-------' };

describe('the policy table of an agency', () => {
  test('of both agencies can be read as it was meant', () => {
    expect(() => checkPolicy('BELARUS', belarus)).not.toThrow();
    expect(() => checkPolicy('RUSSIA', russia)).not.toThrow();
  });

  test.each([
    ['a letter too few', 'ANALYST SOLVING', { ...row, own: 'AAAAAA' }, 'ANALYST SOLVING, own: 7 letters'],
    ['a letter too many', 'ANALYST SOLVING', { ...row, foreign: '--------' }, 'ANALYST SOLVING, foreign: 7'],
    ['another letter', 'ANALYST SOLVING', { ...row, own: 'AAAAAAa' }, 'ANALYST SOLVING, own: 7 letters'],
    ['a role that there is not', 'OFFICER SOLVING', row, 'OFFICER SOLVING is no role and purpose'],
    ['a purpose that there is not', 'ANALYST PLAY', row, 'ANALYST PLAY is no role and purpose'],
  ])('with %s is refused, and the row named', (_what, name, changed, problem) => {
    expect(() => checkPolicy('BELARUS', withRow(name, changed))).toThrow(
      expect.objectContaining({ name: 'SettingsError', message: expect.stringContaining(problem) }),
    );
  });

  test('is told all its mistakes at once', () => {
    const wrong = withRow('ANALYST PLAY', row);
    const table = { ...wrong.table, 'LIAISON SOLVING': { own: 'A', foreign: '?' } };
    expect(() => checkPolicy('BELARUS', { ...wrong, table })).toThrow(
      /^the policy table of BELARUS: .*LIAISON SOLVING, own.*; LIAISON SOLVING, foreign.*; ANALYST PLAY/,
    );
  });
});

describe('a row', () => {
  test('has one verdict for each class, in the order of the columns', () => {
    const given = { own: 'AR-AR--', foreign: '------R' };
    expect(decidedClasses.map((column) => verdictInRow(given, 'own', column))).toEqual([
      'ALLOW',
      'BY_RECORD',
      'DENY',
      'ALLOW',
      'BY_RECORD',
      'DENY',
      'DENY',
    ]);
    expect(verdictInRow(given, 'foreign', 'VICTIM')).toBe('BY_RECORD');
  });

  test('that is absent denies', () => {
    expect(verdictInRow(undefined, 'own', 'IDENTITY')).toBe('DENY');
  });
});
