import { draftOf } from '../../../../../../subgraphs/agency/records/operations/half/draft-of.ts';
import { offerOf } from '../../../../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../../../../../subgraphs/agency/records/operations/half/operation-event.ts';
import { operationLimits } from '../../../../../../subgraphs/agency/records/operations/half/operation-limits.ts';
import {
  endOf,
  lastDay,
  operationDue,
  operationState,
  overSince,
} from '../../../../../../subgraphs/agency/records/operations/half/operation-state.ts';
import type { Agency } from '../../../../../../terms/agencies.ts';
import {
  accept,
  agreed,
  december,
  on,
  proposed,
  sign,
  type TwoAgencies,
  terms,
  twoAgencies,
} from '../../../../../support/operations/two-agencies.ts';

const statesOf = ({ halves }: TwoAgencies, now: Date) => [
  operationState(halves.BELARUS, now),
  operationState(halves.RUSSIA, now),
];
const both = (state: string) => [state, state];

const sendBack = (at: Date, n = 1): OperationEvent => ({
  ...{ kind: 'SEND_BACK', by: 'liaison RU', at, n, case: 'RU-2026-000002' },
  terms: { ...terms, until: '2026-12-24' },
  lead: { officer: 'lead RU', role: 'LIAISON' },
});
const step = (kind: 'SUSPEND' | 'RESUME' | 'END', at: Date): OperationEvent => ({ kind, by: 'someone', at });
const renew = (until: string, at: Date): OperationEvent => ({ kind: 'RENEW', by: 'liaison', at, until });
const evaluate = (at: Date, words?: string): OperationEvent => ({
  ...{ kind: 'EVALUATE', by: 'head', at, worked: ['PROVIDERS'], failed: ['STAFF'] },
  ...(words !== undefined && { words }),
});

describe('an operation is agreed by four people', () => {
  test('a second officer signs the proposal, and only then the other agency is told', () => {
    const agencies = twoAgencies();
    expect(agencies.step('BELARUS', sign('liaison BY', on(2)))).toBe('SAME_OFFICER');
    expect(agencies.wire.BELARUS).toEqual([]);
    expect(agencies.step('BELARUS', sign('head BY', on(2)))).toBeUndefined();
    expect(agencies.wire.BELARUS).toHaveLength(1);
    expect(agencies.step('BELARUS', sign('head BY', on(2)))).toBe('NO_DRAFT');
  });

  test('two officers of the other agency accept it', () => {
    const agencies = proposed();
    expect(statesOf(agencies, on(3))).toEqual(both('PROPOSED'));
    expect(agencies.step('RUSSIA', accept(on(3)))).toBeUndefined();
    expect(agencies.step('RUSSIA', sign('liaison RU', on(3)))).toBe('SAME_OFFICER');
    expect(agencies.step('RUSSIA', sign('head RU', on(4)))).toBeUndefined();
    expect(operationState(agencies.halves.BELARUS, on(4))).toBe('PROPOSED');
    expect(agencies.deliver()).toEqual([]);
    expect(statesOf(agencies, on(4))).toEqual(both('AGREED'));
    expect(agencies.halves.RUSSIA).toMatchObject({ lead: 'lead RU', theirs: { members: { SUPERVISOR: 1 } } });
  });

  test('nobody accepts an offer of their own agency', () => {
    expect(proposed().step('BELARUS', accept(on(3)))).toBe('NOT_ASKED');
  });

  test('an offer that has changed since it was read is not accepted', () => {
    expect(proposed().step('RUSSIA', accept(on(3), 2))).toBe('CHANGED_OFFER');
  });

  test('one that is sent back with changes is the other agency’s to answer, and takes four people anew', () => {
    const agencies = proposed();
    agencies.step('RUSSIA', sendBack(on(3)));
    expect(agencies.step('RUSSIA', accept(on(3)))).toBe('DRAFT_WAITS');
    agencies.step('RUSSIA', sign('head RU', on(4)));
    agencies.deliver();
    expect(offerOf(agencies.halves.BELARUS)?.terms.until).toBe('2026-12-24');
    expect(agencies.step('RUSSIA', accept(on(5), 2))).toBe('NOT_ASKED');
    expect(agencies.step('BELARUS', accept(on(5), 2, 'liaison BY'))).toBeUndefined();
    agencies.step('BELARUS', sign('head BY', on(6)));
    agencies.deliver();
    expect(statesOf(agencies, on(6))).toEqual(both('AGREED'));
    expect(lastDay(agencies.halves.RUSSIA)).toBe('2026-12-24');
  });

  test('a proposal that is turned down at home is the end of it, and nobody abroad is told', () => {
    const agencies = twoAgencies();
    expect(agencies.step('BELARUS', sign('head BY', on(2), false))).toBeUndefined();
    expect(operationState(agencies.halves.BELARUS, on(2))).toBe('DECLINED');
    expect(agencies.wire.BELARUS).toEqual([]);
  });

  test.each<[Agency, string]>([
    ['RUSSIA', 'the asked agency declines it'],
    ['BELARUS', 'the proposing agency takes it back'],
  ])('%s: %s, by two officers', (agency) => {
    const agencies = proposed();
    agencies.step(agency, { kind: 'DECLINE', by: 'liaison', at: on(3), n: 1 });
    expect(statesOf(agencies, on(3))).toEqual(both('PROPOSED'));
    agencies.step(agency, sign('head', on(4)));
    agencies.deliver();
    expect(statesOf(agencies, on(4))).toEqual(both('DECLINED'));
    expect(overSince(agencies.halves.RUSSIA, on(5))).toEqual(on(4));
    expect(agencies.step('RUSSIA', accept(on(5)))).toBe('OVER');
  });

  test('what is taken back while it is accepted comes to nothing at both', () => {
    const agencies = proposed();
    agencies.step('BELARUS', { kind: 'DECLINE', by: 'liaison', at: on(3), n: 1 });
    agencies.step('RUSSIA', accept(on(3)));
    agencies.step('BELARUS', sign('head', on(4)));
    agencies.step('RUSSIA', sign('head RU', on(4)));
    expect(agencies.deliver()).toEqual([]);
    expect(statesOf(agencies, on(5))).toEqual(both('DECLINED'));
  });

  test('it lapses after thirty days without an answer, to the moment', () => {
    const agencies = proposed();
    const last = new Date(on(32).getTime() - 1);
    expect(statesOf(agencies, last)).toEqual(both('PROPOSED'));
    expect(operationDue(agencies.halves.RUSSIA, last)).toEqual(on(32));
    expect(statesOf(agencies, on(32))).toEqual(both('LAPSED'));
    expect(agencies.step('RUSSIA', accept(on(32)))).toBe('OVER');
    expect(overSince(agencies.halves.BELARUS, on(40))).toEqual(on(32));
  });

  test('what waits for a second officer is void once it has lapsed', () => {
    const agencies = proposed();
    agencies.step('RUSSIA', accept(on(31)));
    expect(draftOf(agencies.halves.RUSSIA, on(31))?.kind).toBe('ACCEPTANCE');
    expect(draftOf(agencies.halves.RUSSIA, on(32))).toBeUndefined();
    expect(agencies.step('RUSSIA', sign('head RU', on(32)))).toBe('NO_DRAFT');
  });

  test('what was agreed is not agreed, declined or changed again', () => {
    const agencies = agreed();
    expect(agencies.step('RUSSIA', accept(on(5)))).toBe('ALREADY_AGREED');
    expect(agencies.step('RUSSIA', sendBack(on(5)))).toBe('ALREADY_AGREED');
    expect(agencies.step('RUSSIA', { kind: 'DECLINE', by: 'liaison', at: on(5), n: 1 })).toBe(
      'ALREADY_AGREED',
    );
  });
});

describe('an operation that was agreed', () => {
  test('goes on from its first day to its last, by the clock of Minsk and Moscow', () => {
    const { halves } = agreed();
    const first = new Date(Date.UTC(2026, 10, 30, 21));
    const over = new Date(Date.UTC(2026, 11, 20, 21));
    expect(operationState(halves.RUSSIA, new Date(first.getTime() - 1))).toBe('AGREED');
    expect(operationDue(halves.RUSSIA, on(5))).toEqual(first);
    expect(operationState(halves.RUSSIA, first)).toBe('ACTIVE');
    expect(operationState(halves.RUSSIA, new Date(over.getTime() - 1))).toBe('ACTIVE');
    expect(operationDue(halves.RUSSIA, first)).toEqual(over);
    expect(operationState(halves.RUSSIA, over)).toBe('ENDED');
    expect(overSince(halves.RUSSIA, over)).toEqual(over);
  });

  test('is suspended by either at once, and goes on when both want to', () => {
    const agencies = agreed();
    expect(agencies.step('RUSSIA', step('SUSPEND', december(2)))).toBeUndefined();
    expect(agencies.step('RUSSIA', step('SUSPEND', december(2)))).toBe('ALREADY_SUSPENDED');
    expect(statesOf(agencies, december(2))).toEqual(['ACTIVE', 'SUSPENDED']);
    agencies.deliver();
    expect(agencies.step('RUSSIA', step('RESUME', december(3)))).toBeUndefined();
    agencies.deliver();
    expect(statesOf(agencies, december(3))).toEqual(both('SUSPENDED'));
    expect(agencies.step('RUSSIA', step('RESUME', december(3)))).toBe('ALREADY_RESUMED');
    expect(agencies.step('BELARUS', step('RESUME', december(4)))).toBeUndefined();
    agencies.deliver();
    expect(statesOf(agencies, december(4))).toEqual(both('ACTIVE'));
    expect(agencies.step('BELARUS', step('RESUME', december(4)))).toBe('NOT_SUSPENDED');
  });

  test('is suspended again in the moment in which both go on', () => {
    const agencies = agreed();
    const at = december(2);
    agencies.step('RUSSIA', step('SUSPEND', at));
    agencies.deliver();
    for (const agency of ['RUSSIA', 'BELARUS'] as const) agencies.step(agency, step('RESUME', at));
    agencies.deliver();
    expect(statesOf(agencies, at)).toEqual(both('ACTIVE'));
    agencies.step('RUSSIA', step('SUSPEND', at));
    agencies.deliver();
    expect(statesOf(agencies, at)).toEqual(both('SUSPENDED'));
  });

  test('stays suspended where one suspends it while the other wants to go on', () => {
    const agencies = agreed();
    agencies.step('RUSSIA', step('SUSPEND', december(2)));
    agencies.deliver();
    agencies.step('RUSSIA', step('RESUME', december(3)));
    agencies.step('BELARUS', step('SUSPEND', december(3)));
    agencies.deliver();
    expect(statesOf(agencies, december(3))).toEqual(both('SUSPENDED'));
    agencies.step('BELARUS', step('RESUME', december(4)));
    agencies.deliver();
    expect(statesOf(agencies, december(4))).toEqual(both('SUSPENDED'));
    agencies.step('RUSSIA', step('RESUME', december(4)));
    agencies.deliver();
    expect(statesOf(agencies, december(4))).toEqual(both('ACTIVE'));
  });

  test('is ended by either at once, once', () => {
    const agencies = agreed();
    expect(agencies.step('BELARUS', step('END', december(2)))).toBeUndefined();
    agencies.deliver();
    expect(statesOf(agencies, december(2))).toEqual(both('ENDED'));
    for (const event of [step('END', december(3)), step('SUSPEND', december(3)), step('RESUME', december(3))])
      expect(agencies.step('RUSSIA', event)).toBe('OVER');
    expect(agencies.step('RUSSIA', renew('2027-01-20', december(3)))).toBe('OVER');
    expect(endOf(agencies.halves.RUSSIA)).toEqual(december(2));
  });

  test('ends at one moment where both end it at once', () => {
    const agencies = agreed();
    agencies.step('BELARUS', step('END', december(3)));
    agencies.step('RUSSIA', step('END', december(2)));
    agencies.deliver();
    expect(endOf(agencies.halves.BELARUS)).toEqual(december(2));
    expect(endOf(agencies.halves.RUSSIA)).toEqual(december(2));
  });

  test('is not suspended or ended before it is agreed', () => {
    for (const kind of ['SUSPEND', 'RESUME', 'END'] as const)
      expect(proposed().step('RUSSIA', step(kind, on(3)))).toBe('NOT_AGREED');
    expect(proposed().step('RUSSIA', renew('2027-01-20', on(3)))).toBe('NOT_AGREED');
  });
});

describe('a longer term', () => {
  test('holds once two officers of each agency have signed the same day', () => {
    const agencies = agreed();
    expect(agencies.step('BELARUS', renew('2027-01-20', december(5)))).toBeUndefined();
    expect(agencies.step('BELARUS', sign('liaison', december(5)))).toBe('SAME_OFFICER');
    agencies.step('BELARUS', sign('head', december(5)));
    agencies.deliver();
    expect(lastDay(agencies.halves.RUSSIA)).toBe('2026-12-20');
    agencies.step('RUSSIA', renew('2027-01-20', december(6)));
    agencies.step('RUSSIA', sign('head', december(6)));
    agencies.deliver();
    expect(lastDay(agencies.halves.BELARUS)).toBe('2027-01-20');
    expect(statesOf(agencies, december(25))).toEqual(both('ACTIVE'));
  });

  test('is later than the last day, by 180 days at most', () => {
    const agencies = agreed();
    expect(agencies.step('BELARUS', renew('2026-12-20', december(5)))).toBe('NOT_LATER');
    expect(agencies.step('BELARUS', renew('2027-06-19', december(5)))).toBe('TOO_LONG');
    expect(agencies.step('BELARUS', renew('2027-06-18', december(5)))).toBeUndefined();
  });

  test('does not bring back what was over when the second agency signed', () => {
    const agencies = agreed();
    agencies.step('BELARUS', renew('2027-01-20', december(5)));
    agencies.step('BELARUS', sign('head', december(5)));
    agencies.deliver();
    agencies.step('RUSSIA', renew('2027-01-20', december(20)));
    expect(agencies.step('RUSSIA', sign('head', december(22)))).toBe('NO_DRAFT');
    expect(statesOf(agencies, december(22))).toEqual(both('ENDED'));
  });
});

describe('what came of it', () => {
  test('is said once by each agency, after its end', () => {
    const agencies = agreed();
    expect(agencies.step('BELARUS', evaluate(december(5)))).toBe('NOT_ENDED');
    expect(agencies.step('BELARUS', evaluate(december(22)))).toBeUndefined();
    expect(agencies.step('BELARUS', evaluate(december(22)))).toBe('ALREADY_EVALUATED');
    agencies.deliver();
    expect(statesOf(agencies, december(22))).toEqual(both('ENDED'));
    agencies.step('RUSSIA', evaluate(december(23)));
    agencies.deliver();
    expect(statesOf(agencies, december(23))).toEqual(both('EVALUATED'));
    expect(overSince(agencies.halves.BELARUS, december(30))).toEqual(december(23));
    expect(agencies.step('RUSSIA', evaluate(december(24)))).toBe('ALREADY_EVALUATED');
  });

  test('is told without its free words until a second officer has signed these', () => {
    const agencies = agreed();
    agencies.step('BELARUS', evaluate(december(22), 'The exchange answered within a day.'));
    agencies.deliver();
    expect(agencies.halves.RUSSIA.theirs.evaluation).toEqual({
      ...{ at: december(22), worked: ['PROVIDERS'], failed: ['STAFF'] },
    });
    expect(agencies.step('BELARUS', sign('head', december(22)))).toBe('SAME_OFFICER');
    agencies.step('BELARUS', sign('another head', december(22)));
    agencies.deliver();
    expect(agencies.halves.RUSSIA.theirs.evaluation?.words).toBe('The exchange answered within a day.');
  });

  test('does not say of one thing that it worked and that it did not', () => {
    const event: OperationEvent = {
      ...{ kind: 'EVALUATE', by: 'head', at: december(22), worked: ['STAFF'], failed: ['STAFF'] },
    };
    expect(agreed().step('RUSSIA', event)).toBe('CONTRADICTORY');
  });
});

describe('members', () => {
  const named = (count: number, lead = 'officer 0'): OperationEvent => ({
    ...{ kind: 'NAME_MEMBERS', by: 'head', at: on(6), lead },
    members: Array.from({ length: count }, (_, index) => ({ officer: `officer ${index}`, role: 'ANALYST' })),
  });

  test('are told by role and number alone', () => {
    const agencies = agreed();
    expect(agencies.step('RUSSIA', named(3))).toBeUndefined();
    expect(JSON.stringify(agencies.wire.RUSSIA)).not.toMatch(/officer|lead|head|liaison/i);
    agencies.deliver();
    expect(agencies.halves.BELARUS.theirs.members).toEqual({ ANALYST: 3 });
  });

  test('are at most so many, each once, the lead among them', () => {
    expect(agreed().step('RUSSIA', named(operationLimits.members))).toBeUndefined();
    expect(agreed().step('RUSSIA', named(1_000))).toBe('TOO_MANY_MEMBERS');
    expect(agreed().step('RUSSIA', named(2, 'officer 2'))).toBe('NO_LEAD');
    const twice = { ...named(1), members: [0, 1].map(() => ({ officer: 'officer 0', role: 'ANALYST' })) };
    expect(agreed().step('RUSSIA', twice as OperationEvent)).toBe('SAME_MEMBER');
    expect(proposed().step('RUSSIA', named(2))).toBe('NOT_AGREED');
  });

  test('while the lead is a suspended officer only suspending, ending and naming another are left', () => {
    const agencies = agreed();
    expect(agencies.step('RUSSIA', renew('2027-01-20', on(6)), true)).toBe('LEAD_SUSPENDED');
    expect(agencies.step('RUSSIA', step('SUSPEND', december(2)), true)).toBeUndefined();
    expect(agencies.step('RUSSIA', step('RESUME', december(2)), true)).toBe('LEAD_SUSPENDED');
    expect(agencies.step('RUSSIA', named(3), true)).toBeUndefined();
    // Once it is over there is nothing that a lead answers for, and nobody can name another.
    expect(agencies.step('RUSSIA', evaluate(december(22)), true)).toBeUndefined();
    expect(agencies.step('RUSSIA', step('END', december(2)), true)).toBeUndefined();
  });
});
