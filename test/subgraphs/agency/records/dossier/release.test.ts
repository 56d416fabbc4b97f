import {
  isForMandate,
  isInForce,
  stateOf,
  wasInForce,
} from '../../../../../subgraphs/agency/records/dossier/release.ts';
import { proposalOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const [from, until] = [at('12:00:00.000'), at('18:00:00.000')];
const granted = releaseOf({ from, until, grantedAt: at('11:00:00') });
const proposed = proposalOf({ from, until });
const recalled = releaseOf({ ...granted, recalledBy: 'supervisor-1', recalledAt: at('15:00:00') });

describe('the state of a release', () => {
  test.each([
    ['a proposal is PROPOSED', proposed, at('13:00:00'), 'PROPOSED'],
    ['a proposal whose time has passed is EXPIRED', proposed, until, 'EXPIRED'],
    ['a granted one is GRANTED', granted, at('13:00:00'), 'GRANTED'],
    ['a granted one whose time has not come is GRANTED too', granted, at('11:30:00'), 'GRANTED'],
    ['a granted one is EXPIRED at its end', granted, until, 'EXPIRED'],
    ['a recalled one is RECALLED', recalled, at('15:00:00'), 'RECALLED'],
    ['a recalled one stays RECALLED after its end', recalled, at('19:00:00'), 'RECALLED'],
  ] as const)('%s', (_what, release, now, state) => {
    expect(stateOf(release, now)).toBe(state);
  });
});

describe('a release is in force', () => {
  test.each([
    ['not a millisecond before its beginning', at('11:59:59.999'), false],
    ['at its beginning', from, true],
    ['until a millisecond before its end', at('17:59:59.999'), true],
    ['not at its end', until, false],
  ])('%s', (_what, now, inForce) => {
    expect(isInForce(granted, now)).toBe(inForce);
  });

  test('never while it is only proposed, nor when it was recalled', () => {
    expect([proposed, recalled].map((release) => isInForce(release, at('16:00:00')))).toEqual([false, false]);
  });
});

describe('a release was in force', () => {
  const recalledAt = (time: Date) => releaseOf({ ...granted, recalledAt: time });

  test('when it was recalled after its beginning, or has ended', () => {
    const now = at('19:00:00');
    expect([recalled, granted].map((release) => wasInForce(release, now))).toEqual([true, true]);
  });

  test('never when it was recalled before its beginning or at it, or not granted at all', () => {
    const now = at('19:00:00');
    const never = [recalledAt(at('11:30:00')), recalledAt(from), proposed];
    expect(never.map((release) => wasInForce(release, now))).toEqual([false, false, false]);
  });
});

describe('a release is for a mandate', () => {
  const reader = (purpose: 'SOLVING' | 'INVESTIGATION', number?: string) => ({
    agency: 'RUSSIA' as const,
    mandate: { purpose, ...(number !== undefined && { case: number }) },
    now: at('13:00:00'),
  });
  const ofCase = releaseOf({ case: 'RU-2026-000001' });

  test('of one of its purposes, and no other', () => {
    expect(isForMandate(granted, reader('INVESTIGATION'))).toBe(true);
    expect(isForMandate(granted, reader('SOLVING'))).toBe(false);
  });

  test('in any case unless it names one, and then in that alone', () => {
    expect(isForMandate(granted, reader('INVESTIGATION', 'RU-2026-000002'))).toBe(true);
    expect(isForMandate(ofCase, reader('INVESTIGATION', 'RU-2026-000001'))).toBe(true);
    expect(isForMandate(ofCase, reader('INVESTIGATION', 'RU-2026-000002'))).toBe(false);
    expect(isForMandate(ofCase, reader('INVESTIGATION'))).toBe(false);
  });
});
