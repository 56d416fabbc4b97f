import { type Asking, decideByRecord } from '../../../../subgraphs/agency/permissions/by-record.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../support/hand-made-dossiers.ts';

const now = new Date('2026-11-24T12:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const foreign: Asking = {
  owner: 'BELARUS',
  viewer: { subject: 'officer', agency: 'RUSSIA', roles: ['INVESTIGATOR'], cases: ['RU-2026-000001'] },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
  side: 'foreign',
  now,
  shareable: ['IDENTITY'],
  wantReason: [],
};
const own: Asking = {
  ...foreign,
  viewer: { ...foreign.viewer, agency: 'BELARUS' },
  side: 'own',
  mandate: { ...foreign.mandate, case: 'BY-2026-000001' },
};
const given = { classes: ['CASE' as const], from: at(-2), until: at(2), grantedAt: at(-3) };
const holding = (...releases: ReturnType<typeof releaseOf>[]) =>
  dossierOf('BY-RE1EASE00001', { handlingCode: 'ON_RELEASE', releases });

describe('a viewer of the owner', () => {
  test('reads a class that asks the record in a case of the dossier, and in no other', () => {
    const dossier = dossierOf('BY-A000000001', { cases: ['BY-2026-000001'] });
    expect(decideByRecord('CASE', dossier, own)).toBe('ALLOW');
    expect(decideByRecord('CASE', { ...dossier, cases: ['BY-2026-000002'] }, own)).toBe('CASE');
  });

  test('is asked for a reason where one would open the class, and still reads it in a case of the dossier', () => {
    const asking: Asking = { ...own, wantReason: ['CONTACT'] };
    const dossier = dossierOf('BY-A000000001', { cases: ['BY-2026-000002'] });
    expect(decideByRecord('CONTACT', dossier, asking)).toBe('REASON_NEEDED');
    expect(decideByRecord('CASE', dossier, asking)).toBe('CASE');
    expect(decideByRecord('CONTACT', { ...dossier, cases: ['BY-2026-000001'] }, asking)).toBe('ALLOW');
  });

  test('reads none without a case', () => {
    const { case: _, ...mandate } = own.mandate;
    expect(decideByRecord('CASE', dossierOf('BY-A000000001'), { ...own, mandate })).toBe('CASE');
  });
});

describe('a viewer of another agency', () => {
  test('reads of a SHAREABLE dossier what its owner shares, and no other class', () => {
    const shareable = dossierOf('BY-A000000001', { handlingCode: 'SHAREABLE' });
    expect(decideByRecord('IDENTITY', shareable, foreign)).toBe('ALLOW');
    expect(decideByRecord('CASE', shareable, foreign)).toBe('NOT_RELEASED');
    expect(decideByRecord('IDENTITY', { ...shareable, handlingCode: 'ON_RELEASE' }, foreign)).toBe(
      'NOT_RELEASED',
    );
  });

  test.each([
    ['a release in force', releaseOf(given), 'ALLOW'],
    ['one of another class', releaseOf({ ...given, classes: ['IDENTITY'] }), 'NOT_RELEASED'],
    ['one to another agency', releaseOf({ ...given, to: 'BELARUS' }), 'NOT_RELEASED'],
    [
      'one that is only proposed',
      proposalOf({ classes: ['CASE'], from: at(-2), until: at(2) }),
      'NOT_RELEASED',
    ],
    ['one whose time has not come', releaseOf({ ...given, from: at(1) }), 'NOT_RELEASED'],
    ['one for another purpose', releaseOf({ ...given, purposes: ['SOLVING'] }), 'PURPOSE'],
    ['one for another case', releaseOf({ ...given, case: 'RU-2026-000002' }), 'CASE'],
    ['one that has ended', releaseOf({ ...given, until: now }), 'RELEASE_EXPIRED'],
    ['one that was recalled', releaseOf({ ...given, recalledAt: at(-1) }), 'RELEASE_RECALLED'],
    [
      'one that was recalled before it began',
      releaseOf({ ...given, from: at(-1), recalledAt: at(-2) }),
      'NOT_RELEASED',
    ],
    [
      'one that was turned down',
      { ...proposalOf({ classes: ['CASE'], from: at(-2) }), recalledAt: at(-1) },
      'NOT_RELEASED',
    ],
    [
      'one that has ended for another purpose',
      releaseOf({ ...given, until: now, purposes: ['SOLVING'] }),
      'NOT_RELEASED',
    ],
  ])('with %s: %#', (_what, release, decision) => {
    expect(decideByRecord('CASE', holding(release), foreign)).toBe(decision);
  });

  test('reads with one release in force, whatever became of others', () => {
    const recalled = releaseOf({ ...given, recalledAt: at(-1) });
    expect(decideByRecord('CASE', holding(recalled, releaseOf(given)), foreign)).toBe('ALLOW');
  });

  test('is never helped by a case of the dossier', () => {
    const dossier = { ...holding(), cases: ['RU-2026-000001'] };
    expect(decideByRecord('CASE', dossier, foreign)).toBe('NOT_RELEASED');
  });
});
