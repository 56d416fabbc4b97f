import { decideVerdicts, verdictsBy } from '../../../../subgraphs/agency/permissions/verdicts.ts';
import { policy } from '../../../../subgraphs/belarus/policy.ts';
import type { Role } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';

const decide = (
  agency: 'BELARUS' | 'RUSSIA',
  roles: Role[],
  purpose: Mandate['purpose'],
  legalBasis: Mandate['legalBasis'] = 'COOPERATION_AGREEMENT',
) =>
  decideVerdicts(
    policy.table,
    'BELARUS',
    { subject: 'officer', agency, roles, cases: [] },
    { purpose, legalBasis },
  );

describe('verdicts', () => {
  test('are those of the row for the role, the purpose and the side', () => {
    expect(decide('BELARUS', ['INVESTIGATOR'], 'INVESTIGATION').of).toEqual({
      IDENTITY: 'ALLOW',
      CONTACT: 'ALLOW',
      FINANCIAL: 'ALLOW',
      TECHNICAL: 'ALLOW',
      CASE: 'ALLOW',
      TACTICAL: 'BY_RECORD',
      VICTIM: 'ALLOW',
      OPEN: 'ALLOW',
      LINKAGE: 'ALLOW',
    });
    expect(decide('RUSSIA', ['INVESTIGATOR'], 'INVESTIGATION').of).toMatchObject({
      IDENTITY: 'BY_RECORD',
      TACTICAL: 'DENY',
      VICTIM: 'BY_RECORD',
    });
  });

  test('of several roles are the best that one of them has, and no better', () => {
    const both = decide('BELARUS', ['ANALYST', 'LIAISON'], 'DETECTION').of;
    expect(both).toEqual(decide('BELARUS', ['ANALYST'], 'DETECTION').of);
    const { of } = decide('BELARUS', ['ANALYST', 'SUPERVISOR'], 'PREVENTION');
    expect(of).toMatchObject({
      IDENTITY: 'ALLOW',
      CONTACT: 'BY_RECORD',
      TACTICAL: 'BY_RECORD',
      VICTIM: 'DENY',
    });
  });

  test.each([
    ['an OVERSEER', ['OVERSEER']],
    ['an OVERSEER with other roles', ['OVERSEER', 'SUPERVISOR', 'INVESTIGATOR']],
    ['nobody', []],
  ] as [string, Role[]][])('of %s are DENY throughout, OPEN too', (_who, roles) => {
    const { of, reasons } = decide('BELARUS', roles, 'INVESTIGATION');
    expect(new Set(Object.values(of))).toEqual(new Set(['DENY']));
    expect(reasons.OPEN).toBe('ROLE');
  });

  test('of a PARTNER leave OPEN closed for the purposes that he has no row for', () => {
    expect(decide('BELARUS', ['PARTNER'], 'SOLVING')).toMatchObject({
      of: { OPEN: 'DENY' },
      reasons: { OPEN: 'PURPOSE' },
    });
    expect(decide('BELARUS', ['PARTNER'], 'DETECTION').of.OPEN).toBe('ALLOW');
  });

  test('say PURPOSE where another purpose would help, and ROLE where none would', () => {
    const { reasons } = decide('BELARUS', ['ANALYST'], 'PREVENTION');
    expect(reasons).toMatchObject({ CONTACT: 'PURPOSE', VICTIM: 'ROLE' });
  });

  test('under NATIONAL_LAW open nothing abroad, and everything as before at home', () => {
    const abroad = decide('RUSSIA', ['INVESTIGATOR'], 'INVESTIGATION', 'NATIONAL_LAW');
    expect(new Set(Object.values(abroad.of))).toEqual(new Set(['DENY']));
    expect(abroad.reasons).toMatchObject({ OPEN: 'LEGAL_BASIS', IDENTITY: 'LEGAL_BASIS', TACTICAL: 'ROLE' });
    const home = decide('BELARUS', ['INVESTIGATOR'], 'INVESTIGATION', 'NATIONAL_LAW');
    expect(home.of).toEqual(decide('BELARUS', ['INVESTIGATOR'], 'INVESTIGATION').of);
  });

  test('have one key when they are equal by role, purpose, side and basis, and others when not', () => {
    const key = (...of: Parameters<typeof decide>) => decide(...of).key;
    expect(key('RUSSIA', ['LIAISON', 'ANALYST'], 'SOLVING')).toBe(
      key('RUSSIA', ['ANALYST', 'LIAISON'], 'SOLVING'),
    );
    const keys = [
      key('RUSSIA', ['ANALYST'], 'SOLVING'),
      key('BELARUS', ['ANALYST'], 'SOLVING'),
      key('RUSSIA', ['LIAISON'], 'SOLVING'),
      key('RUSSIA', ['ANALYST'], 'INVESTIGATION'),
      key('RUSSIA', ['ANALYST'], 'SOLVING', 'NATIONAL_LAW'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are decided once for equal questions', () => {
    const verdictsFor = verdictsBy(policy.table, 'BELARUS');
    const viewer = { subject: 'one', agency: 'RUSSIA', roles: ['ANALYST'], cases: [] } as const;
    const mandate = { purpose: 'SOLVING', legalBasis: 'COOPERATION_AGREEMENT' } as const;
    const first = verdictsFor(viewer, { ...mandate, case: 'RU-2026-000001' });
    expect(verdictsFor({ ...viewer, subject: 'another' }, mandate)).toBe(first);
    expect(verdictsFor({ ...viewer, agency: 'BELARUS' }, mandate)).not.toBe(first);
  });
});

test('verdicts are kept once for the same roles, in whatever order and however often they are named', () => {
  const verdicts = verdictsBy(policy.table, 'BELARUS');
  const mandate = { purpose: 'SOLVING', legalBasis: 'COOPERATION_AGREEMENT' } as const;
  const by = (...roles: Role[]) =>
    verdicts({ subject: 'officer', agency: 'BELARUS', roles, cases: [] }, mandate);
  expect(by('LIAISON', 'ANALYST', 'LIAISON', 'ANALYST')).toBe(by('ANALYST', 'LIAISON'));
  expect(by('LIAISON')).not.toBe(by('ANALYST', 'LIAISON'));
});
