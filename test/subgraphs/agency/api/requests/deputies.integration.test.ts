import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import { take } from '../../../../actions/take.ts';
import { agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, bareDossier, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-STANDS1N000000001';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known)]);
});
afterEach(async () => {
  await world.BELARUS.models.deputies.deleteMany({});
});

const liaison = (name: string) => world.as('BELARUS', 'LIAISON').called(name);
const supervisor = () => world.as('BELARUS', 'SUPERVISOR');
const inDays = (days: number) => dayOf(daysAfter(world.now, days));
const midnightAfter = (day: string) => daysAfter(new Date(`${day}T00:00:00Z`), 1).toISOString();

async function run(officer: Officer, action: 'setDeputy' | 'endDeputy', input: object) {
  const told = 'deputy { subject standsInFor until }';
  const { codes, ...outcome } = await take(officer, 'BELARUS', action, input, told);
  return { codes, outcome };
}
const name = (officer: Officer, deputy: string, until = inDays(7)) =>
  run(officer, 'setDeputy', { deputy, until });

async function listed(officer: Officer): Promise<{ subject: string; standsInFor: string }[]> {
  const { data, redactions } = await officer.run('{ belarus { deputies { subject standsInFor until } } }');
  return data.belarus.deputies ?? redactions?.map(({ reason }: { reason: string }) => reason);
}

const waitingOrWarned =
  '{ belarus { waiting { nodes { kind } } notices(kinds: [REQUEST_DUE]) { nodes { id } } } }';

/** The steps that wait for an officer, and the warnings that they are given, of one request. */
async function toldOf(officer: Officer, id: string): Promise<string[]> {
  const { data } = await officer.run(
    `{ belarus { waiting(first: 100) { nodes { kind ... on WaitingRequest { request { id } } } counts { kind } }
      notices(first: 100, kinds: [REQUEST_DUE]) { nodes { kind part request } } } }`,
  );
  const waiting: { kind: string; request?: { id: string } }[] = data.belarus.waiting.nodes;
  const notices: { kind: string; part: number; request: string }[] = data.belarus.notices.nodes;
  return [
    ...waiting.filter(({ request }) => request?.id === id).map(({ kind }) => kind),
    ...notices.filter(({ request }) => request === id).map(({ kind, part }) => `${kind} ${part}`),
  ];
}

/** A request that is assigned to an officer, half of whose time has passed. */
async function assignedTo(officer: string, classes: string[]): Promise<string> {
  const request = await world.sent({ hit: await world.hit(known) }, { classes });
  const { half } = await read('belarus', liaison(officer), request);
  await act('belarus', liaison(officer), 'takeUpRequest', { request, version: half.version });
  world.pass(4 * hour);
  await world.settle();
  return request;
}

const waits = ['REQUEST_TO_ACCEPT', 'REQUEST_DUE 50'];

describe('a deputy', () => {
  test('is told of what is assigned to the officer who has named them, and both are, until its last day is over', async () => {
    const request = await assignedTo('lena', ['CASE']);
    expect(await toldOf(liaison('mila'), request)).toEqual([]);
    const day = inDays(0);
    const { outcome } = await name(liaison('lena'), ' mila ', day);
    const deputy = { subject: 'mila', standsInFor: 'lena', until: midnightAfter(day) };
    expect(outcome).toEqual({ __typename: 'RecordedDeputy', of: 'mila', deputy });
    for (const officer of [liaison('mila'), supervisor()]) expect(await listed(officer)).toEqual([deputy]);
    expect([
      await toldOf(liaison('lena'), request),
      await toldOf(liaison('mila'), request),
      await toldOf(liaison('nina'), request),
    ]).toEqual([waits, waits, []]);
    // Whoever stands in and is no liaison officer is told as before.
    expect(await toldOf(supervisor().called('mila'), request)).toEqual(['REQUEST_DUE 50']);
    world.pass(Date.parse(deputy.until) - world.now.getTime());
    expect(await toldOf(liaison('mila'), request)).toEqual([]);
    expect(await toldOf(liaison('lena'), request)).toContain('REQUEST_TO_ACCEPT');
    expect(await listed(liaison('lena'))).toEqual([]);
  });

  test('is told no more of it once it is ended, or another one is named', async () => {
    const request = await assignedTo('lena', ['CONTACT']);
    await name(liaison('lena'), 'mila');
    await name(liaison('lena'), 'nina');
    expect(await listed(liaison('lena'))).toMatchObject([{ subject: 'nina', standsInFor: 'lena' }]);
    expect([await toldOf(liaison('mila'), request), await toldOf(liaison('nina'), request)]).toEqual([
      [],
      waits,
    ]);
    const ended = await run(liaison('lena'), 'endDeputy', { deputy: 'nina' });
    expect(ended.outcome.deputy).toEqual({
      subject: 'nina',
      standsInFor: 'lena',
      until: world.now.toISOString(),
    });
    expect(await toldOf(liaison('nina'), request)).toEqual([]);
    world.pass(hour);
    expect((await run(liaison('lena'), 'endDeputy', { deputy: 'nina' })).outcome).toEqual(ended.outcome);
  });

  test('is not one for whom somebody stands in, by way of another', async () => {
    const request = await assignedTo('lena', ['VICTIM']);
    await name(liaison('lena'), 'mila');
    await name(liaison('mila'), 'nina');
    expect(await toldOf(liaison('mila'), request)).toEqual(waits);
    expect(await toldOf(liaison('nina'), request)).toEqual([]);
  });

  test('and the officer may each name the other: both are told, and nothing goes round', async () => {
    const request = await assignedTo('lena', ['CASE', 'CONTACT']);
    await name(liaison('lena'), 'mila');
    await name(liaison('mila'), 'lena');
    for (const officer of ['lena', 'mila']) expect(await toldOf(liaison(officer), request)).toEqual(waits);
    expect(await toldOf(liaison('nina'), request)).toEqual([]);
    await run(liaison('lena'), 'endDeputy', { deputy: 'mila' });
    expect(await toldOf(liaison('mila'), request)).toEqual([]);
  });

  test('is told nothing as an investigator, and no namesake at another agency is', async () => {
    const request = await assignedTo('lena', ['CASE', 'VICTIM']);
    await name(liaison('lena'), 'mila');
    expect(await toldOf(liaison('mila'), request)).toEqual(waits);
    const { data } = await world.as('BELARUS', 'INVESTIGATOR').called('mila').run(waitingOrWarned);
    expect(data.belarus).toEqual({ waiting: { nodes: [] }, notices: { nodes: [] } });
    const namesake = await world.BELARUS.as('RUSSIA', 'LIAISON').called('mila').at(world.now);
    expect((await namesake.run(waitingOrWarned)).data.belarus).toEqual({ waiting: null, notices: null });
  });

  test('stands in for a hundred officers at most, the first to be back first', async () => {
    const absent = Array.from({ length: 101 }, (_, index) => ({
      _id: `one-of-many-${100 - index}`,
      deputy: 'vera',
      until: daysAfter(world.now, 101 - index),
    }));
    await world.BELARUS.models.deputies.create(absent);
    const found = await world.BELARUS.stores.deputies.absent('vera', world.now);
    expect(found).toEqual(
      absent
        .slice(1)
        .map(({ _id }) => _id)
        .reverse(),
    );
  });

  test('takes steps that are their own, and so never two of one answer', async () => {
    const request = await assignedTo('lena', ['IDENTITY']);
    await name(liaison('lena'), 'both');
    const both = () => world.as('BELARUS', 'LIAISON', 'SUPERVISOR').called('both');
    await act('belarus', both(), 'acceptRequest', { request });
    const proposed = await act('belarus', both(), 'proposeAnswer', {
      request,
      kind: 'REFUSED',
      ground: 'SAFETY',
    });
    expect(proposed.half.events.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'RECEIVED null',
      'TAKEN_UP lena',
      'ACCEPTED both',
      'PROPOSED both',
    ]);
    const decision = { request, version: proposed.half.version, approves: true };
    expect((await act('belarus', both(), 'decideAnswer', decision)).problems).toEqual([
      { path: 'request', code: 'SAME_OFFICER' },
    ]);
    const decided = await act('belarus', supervisor(), 'decideAnswer', decision);
    expect(decided.half.state).toBe('REFUSED');
  });

  test('may know of no more than before', async () => {
    const request = await assignedTo('lena', ['TECHNICAL']);
    await act('belarus', liaison('lena'), 'acceptRequest', { request });
    await name(liaison('lena'), 'mila');
    const elsewhere = () => liaison('mila').for('INVESTIGATION', 'BY-2026-000777');
    expect((await read('belarus', elsewhere(), request)).half).toBeUndefined();
    expect(await toldOf(elsewhere(), request)).toEqual([]);
    expect(await toldOf(liaison('mila'), request)).toEqual(['REQUEST_TO_ANSWER', 'REQUEST_DUE 50']);
  });
});

describe('naming a deputy', () => {
  test.each([
    ['nobody', { deputy: ' ' }, [['deputy', 'MISSING']]],
    ['oneself', { deputy: 'lena' }, [['deputy', 'SAME_OFFICER']]],
    ['a name without an end', { deputy: 'x'.repeat(256) }, [['deputy', 'TOO_LONG']]],
    ['a day that is over', { days: -1 }, [['until', 'OUT_OF_RANGE']]],
    ['a day in more than a year', { days: 367 }, [['until', 'OUT_OF_RANGE']]],
    [
      'both wrong',
      { deputy: '', days: -1 },
      [
        ['deputy', 'MISSING'],
        ['until', 'OUT_OF_RANGE'],
      ],
    ],
  ] as [string, { deputy?: string; days?: number }, [string, string][]][])(
    'is refused for %s, and changes nothing',
    async (_what, { deputy = 'mila', days = 7 }, problems) => {
      const { outcome } = await name(liaison('lena'), deputy, inDays(days));
      expect(outcome.problems).toEqual(problems.map(([path, code]) => ({ path, code })));
      expect(await listed(liaison('lena'))).toEqual([]);
    },
  );

  test('is taken for a day within a year, and for today', async () => {
    for (const days of [366, 0])
      expect((await name(liaison('vera'), 'mila', inDays(days))).outcome.deputy.until).toBe(
        midnightAfter(inDays(days)),
      );
  });

  test('is for liaison officers, of themselves; to end what is another’s is to end nothing', async () => {
    for (const role of ['SUPERVISOR', 'INVESTIGATOR', 'OVERSEER'] as const) {
      expect((await name(world.as('BELARUS', role), 'mila')).codes).toEqual(['FORBIDDEN']);
      const ending = await run(world.as('BELARUS', role), 'endDeputy', { deputy: 'mila' });
      expect(ending.codes).toEqual(['FORBIDDEN']);
    }
    const foreign = world.BELARUS.as('RUSSIA', 'LIAISON').called('lena').at(world.now);
    expect((await name(foreign, 'mila')).codes).toEqual(['FORBIDDEN']);
    expect((await run(foreign, 'endDeputy', { deputy: 'mila' })).codes).toEqual(['FORBIDDEN']);
    expect(await listed(foreign)).toEqual(['ROLE']);
    await name(liaison('lena'), 'mila');
    for (const [officer, deputy] of [
      ['mila', 'lena'],
      ['mila', 'mila'],
      ['lena', 'nina'],
    ] as const)
      expect((await run(liaison(officer), 'endDeputy', { deputy })).outcome).toMatchObject({
        unknown: deputy,
      });
    expect(await listed(supervisor())).toMatchObject([{ subject: 'mila', standsInFor: 'lena' }]);
    expect(await listed(world.as('BELARUS', 'INVESTIGATOR'))).toEqual(['ROLE']);
  });

  test('is read as the agency’s tokens are, where these take no notice of capitals', async () => {
    const agency = await agencyInProcess(belarus, {}, ({ suspensions }) => ({
      suspensions: { ...suspensions, subjectOf: (written) => written.toLowerCase() },
    }));
    const lena = () => agency.as('BELARUS', 'LIAISON').called('lena').at(world.now);
    expect((await name(lena(), 'LENA')).outcome.problems).toEqual([{ path: 'deputy', code: 'SAME_OFFICER' }]);
    expect((await name(lena(), 'Mila')).outcome.deputy.subject).toBe('mila');
    expect((await run(lena(), 'endDeputy', { deputy: 'MILA' })).outcome.of).toBe('mila');
    await agency.stop();
  });

  test('is forgotten by the database thirty days after its end', async () => {
    const indexes = await world.BELARUS.models.deputies.collection.indexes();
    const thirtyDays = 30 * 24 * 3_600;
    expect(indexes).toContainEqual(
      expect.objectContaining({ key: { until: 1 }, expireAfterSeconds: thirtyDays }),
    );
  });
});
