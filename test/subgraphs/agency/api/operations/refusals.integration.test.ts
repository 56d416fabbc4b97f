import { dayOf } from '../../../../../terms/days.ts';
import { act, type OperatingAgencies, operatingAgencies, read } from './support.ts';

let world: OperatingAgencies;
beforeAll(async () => {
  world = await operatingAgencies();
});

/** Proposes an operation with these terms or this lead, and tells why it was refused. */
const proposing = async (terms: object, more: object = {}) => {
  const { refused } = await act(world.belarus.liaison(), 'BELARUS', 'proposeOperation', {
    ...{ to: 'RUSSIA', terms: world.terms(terms), lead: world.leadOf('BELARUS') },
    ...more,
  });
  return refused;
};
const count = () => world.BELARUS.models.operations.countDocuments();

describe('an operation is not proposed', () => {
  const cases: [string, () => [object, object?], unknown[]][] = [
    ['with the own agency', () => [{}, { to: 'BELARUS' }], ['to OWN_AGENCY']],
    ['under a name that is not on the list', () => [{ name: 'MAMMOTH' }], ['terms.name UNKNOWN_VALUE']],
    [
      'outside the agreement’s offences',
      () => [{ offences: ['209', '1'] }],
      ['terms.offences.1 ARTICLE_UNKNOWN'],
    ],
    ['for no offence', () => [{ offences: [] }], ['terms.offences MISSING']],
    ['for 200 days', () => [{ until: world.day(200) }], ['terms.until WINDOW_TOO_LONG']],
    ['in the past', () => [{ from: world.day(-2) }], ['terms.from WINDOW_PAST']],
    ['too far ahead', () => [{ from: world.day(91), until: world.day(92) }], ['terms.from WINDOW_TOO_FAR']],
    ['backwards', () => [{ from: world.day(5), until: world.day(4) }], ['terms.until INCONSISTENT']],
    ['with no lead', () => [{}, { lead: { officer: ' ', role: 'ANALYST' } }], ['lead.officer MISSING']],
    [
      'from an alert that is none',
      () => [{ origins: [{ kind: 'ALERT', ids: ['x'] }] }],
      ['terms.origins.0 MALFORMED'],
    ],
  ];
  test.each(cases)('%s', async (_what, given, refused) => {
    const before = await count();
    expect(await proposing(...given())).toEqual(refused);
    expect(await count()).toBe(before);
  });

  test('with a lead who is an overseer: there is no such role', async () => {
    const before = await count();
    const { data } = await world.belarus
      .liaison()
      .run('{ __type(name: "OperationRole") { enumValues { name } } }');
    expect(data.__type.enumValues).not.toContainEqual({ name: 'OVERSEER' });
    expect(await proposing({}, { lead: { officer: 'x', role: 'OVERSEER' } })).toHaveLength(1);
    expect(await count()).toBe(before);
  });

  test('without a case, and under national law', async () => {
    const input = { to: 'RUSSIA', terms: world.terms(), lead: world.leadOf('BELARUS') };
    const without = world.belarus.liaison().for('INVESTIGATION');
    expect((await act(without, 'BELARUS', 'proposeOperation', input)).refused).toEqual(['MANDATE_INVALID']);
    const national = world.belarus.liaison().under('NATIONAL_LAW');
    expect((await act(national, 'BELARUS', 'proposeOperation', input)).refused).toEqual(['MANDATE_INVALID']);
  });

  test('under a name that the agency gives to another one, which the list leaves out', async () => {
    const id = await world.proposed({ name: 'HERON' });
    expect(await proposing({ name: 'HERON' })).toEqual(['terms.name INCONSISTENT']);
    const { data } = await world.belarus.liaison().run('{ belarus { operationNames } }');
    expect(data.belarus.operationNames).not.toContain('HERON');
    await world.nameMembers('BELARUS', id);
    await world.stepNow(world.belarus.liaison(), 'BELARUS', 'declineOperation', { operation: id, offer: 1 });
    await world.sign('BELARUS', id);
    expect(await proposing({ name: 'HERON' })).toEqual([]);
  });

  test('more than 20 times in a day by one officer', async () => {
    const busy = world.officer('BELARUS', 'LIAISON', 'busy');
    await world.BELARUS.models.officerDays.create({
      ...{ _id: `${dayOf(world.now)} busy`, offered: 20, at: world.now },
    });
    const input = { to: 'RUSSIA', terms: world.terms({ name: 'WRYNECK' }), lead: world.leadOf('BELARUS') };
    expect((await act(busy, 'BELARUS', 'proposeOperation', input)).refused).toEqual(['QUOTA_SPENT']);
  });
});

describe('a step is refused', () => {
  test('to whoever has written what it signs', async () => {
    const { id } = await act(world.officer('BELARUS', 'LIAISON', 'both'), 'BELARUS', 'proposeOperation', {
      ...{ to: 'RUSSIA', terms: world.terms({ name: 'HOBBY' }), lead: world.leadOf('BELARUS') },
    });
    const both = world.officer('BELARUS', 'SUPERVISOR', 'both');
    const signed = await world.stepNow(both, 'BELARUS', 'countersignOperation', {
      operation: id,
      approves: true,
    });
    expect(signed.refused).toEqual(['operation SAME_OFFICER']);
  });

  test('on a version that has changed, and on an offer that is not the last one any more', async () => {
    const operation = await world.proposed({ name: 'CURLEW' });
    const russian = world.russia.liaison();
    const given = { operation, lead: world.leadOf('RUSSIA') };
    const stale = await act(russian, 'RUSSIA', 'acceptOperation', { ...given, version: 99, offer: 1 });
    expect(stale.refused).toEqual(['StaleVersion']);
    const other = await world.stepNow(russian, 'RUSSIA', 'acceptOperation', { ...given, offer: 2 });
    expect(other.refused).toEqual(['offer INCONSISTENT']);
    // Sent back with other terms, all signatures are void: the proposer accepts, or answers in turn.
    const back = { ...given, offer: 1, terms: { ...world.terms({ name: 'DUNLIN' }), offences: ['159'] } };
    await world.stepNow(russian, 'RUSSIA', 'sendBackOperation', back);
    await world.sign('RUSSIA', operation);
    await world.settle();
    const half = await read(world.belarus.head(), 'BELARUS', operation);
    expect(half).toMatchObject({ state: 'PROPOSED', name: 'DUNLIN', offer: { number: 2, by: 'RUSSIA' } });
    expect(await world.waitingFor(world.belarus.liaison(), 'BELARUS')).toContain('OPERATION_TO_ANSWER');
  });

  test('on what is over: ended twice, a measure, another member', async () => {
    const operation = await world.agreed({ name: 'KESTREL' });
    const head = world.belarus.head();
    expect((await act(head, 'BELARUS', 'endOperation', { operation })).refused).toEqual([]);
    expect((await act(head, 'BELARUS', 'endOperation', { operation })).refused).toEqual([
      'operation WRONG_STATE',
    ]);
    expect((await act(head, 'BELARUS', 'suspendOperation', { operation })).refused).toEqual([
      'operation WRONG_STATE',
    ]);
    expect((await world.nameMembers('BELARUS', operation)).refused).toEqual(['operation WRONG_STATE']);
  });

  test('that names 1,000 members, one twice, or one who is suspended', async () => {
    const operation = await world.agreed({ name: 'OSPREY' });
    const many = Array.from({ length: 1_000 }, (_, n) => ({ officer: `officer-${n}`, role: 'ANALYST' }));
    expect((await world.nameMembers('BELARUS', operation, many)).refused).toEqual(['members OUT_OF_RANGE']);
    const twice = { officer: 'BELARUS lead', role: 'ANALYST' };
    expect((await world.nameMembers('BELARUS', operation, [twice])).refused).toEqual([
      'members INCONSISTENT',
    ]);
    const order = { by: 'head', reason: 'as it was told', at: world.now };
    await world.BELARUS.stores.suspensions.suspend('BELARUS', 'gone', order);
    await world.BELARUS.suspended.refresh();
    const suspended = { officer: 'gone', role: 'ANALYST' };
    expect((await world.nameMembers('BELARUS', operation, [suspended])).refused).toEqual([
      'members.2.officer INCONSISTENT',
    ]);
  });

  test('while the lead is suspended, but for suspending, ending and naming another', async () => {
    const operation = await world.agreed({ name: 'NUTHATCH' });
    await world.nameMembers('BELARUS', operation);
    const order = { by: 'head', reason: 'as it was told', at: world.now };
    await world.BELARUS.stores.suspensions.suspend('BELARUS', 'BELARUS lead', order);
    await world.BELARUS.suspended.refresh();
    const until = world.day(60);
    const renewed = await world.stepNow(world.belarus.liaison(), 'BELARUS', 'renewOperation', {
      operation,
      until,
    });
    expect(renewed.refused).toEqual(['operation WRONG_STATE']);
    const members = [{ officer: 'BELARUS liaison', role: 'LIAISON' }];
    const named = await world.stepNow(world.belarus.head(), 'BELARUS', 'nameOperationMembers', {
      ...{ operation, members, lead: 'BELARUS liaison' },
    });
    expect(named.refused).toEqual([]);
    const again = await world.stepNow(world.belarus.liaison(), 'BELARUS', 'renewOperation', {
      operation,
      until,
    });
    expect(again.refused).toEqual([]);
  });
});

test('a proposal that nobody answers lapses after 30 days, and the other agency’s word then changes nothing', async () => {
  const far = await operatingAgencies();
  const operation = await far.proposed({ from: far.day(40), until: far.day(60) });
  far.pass(31 * 24 * 3_600_000);
  await far.settle();
  expect(await read(far.belarus.head(), 'BELARUS', operation)).toMatchObject({ state: 'LAPSED' });
  expect(await read(far.russia.liaison(), 'RUSSIA', operation)).toBeUndefined();
  const { data } = await far.belarus.liaison().run('{ belarus { operationNames } }');
  expect(data.belarus.operationNames).toContain('AVOCET');
});

test('an operation goes on while the other agency is gone for a week, and settles alike when it is back', async () => {
  const apart = await operatingAgencies();
  const operation = await apart.agreed();
  await act(apart.belarus.head(), 'BELARUS', 'suspendOperation', { operation });
  await act(apart.russia.head(), 'RUSSIA', 'endOperation', { operation });
  apart.pass(7 * 24 * 3_600_000);
  await apart.BELARUS.settleOperations(apart.now);
  expect(await read(apart.belarus.lead(), 'BELARUS', operation)).toMatchObject({ state: 'SUSPENDED' });
  await apart.settle();
  expect(await read(apart.belarus.lead(), 'BELARUS', operation)).toMatchObject({ state: 'ENDED' });
  expect(await read(apart.russia.lead(), 'RUSSIA', operation)).toMatchObject({ state: 'ENDED' });
});
