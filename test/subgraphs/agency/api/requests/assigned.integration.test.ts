import type { Officer } from '../../../../support/world/officer.ts';
import { act, bareDossier, box, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-ASS1GNED000000001';
const dark = 'BY-ASS1GNED000000002';
const none = 'BY-N0NE0000000000001';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(dark, { handlingCode: 'ORIGINATOR_ONLY' })]);
});

const lena = () => world.as('BELARUS', 'LIAISON').called('lena');
const mila = () => world.as('BELARUS', 'LIAISON').called('mila');
const supervisor = () => world.as('BELARUS', 'SUPERVISOR');

/** The steps that wait for an officer, and the warnings that they are given, of one request. */
async function toldOf(officer: Officer, id: string): Promise<string[]> {
  const { data } = await officer.run(
    `{ belarus { waiting(first: 100) { nodes { kind ... on WaitingRequest { request { id } } } }
      notices(first: 100, kinds: [REQUEST_DUE]) { nodes { kind part request } } } }`,
  );
  const waiting: { kind: string; request?: { id: string } }[] = data.belarus.waiting.nodes;
  const notices: { kind: string; part: number; request: string }[] = data.belarus.notices.nodes;
  return [
    ...waiting.filter(({ request }) => request?.id === id).map(({ kind }) => kind),
    ...notices.filter(({ request }) => request === id).map(({ kind, part }) => `${kind} ${part}`),
  ];
}

const takeUp = (officer: Officer, request: string, version: number) =>
  act('belarus', officer, 'takeUpRequest', { request, version });

describe('a received request', () => {
  test('is taken up from the version that was read, and can be taken over', async () => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['CASE'] });
    const before = (await read('belarus', lena(), request)).half;
    expect(before.assignedTo).toBeNull();
    const { half } = await takeUp(lena(), request, before.version);
    expect([half.assignedTo, half.state, half.subject]).toEqual(['lena', 'RECEIVED', null]);
    const late = await takeUp(mila(), request, before.version);
    expect(late.outcome).toEqual({ __typename: 'StaleVersion', currentVersion: half.version });
    expect((await takeUp(lena(), request, half.version)).problems).toEqual([
      { path: 'request', code: 'WRONG_STATE' },
    ]);
    const after = (await takeUp(mila(), request, half.version)).half;
    expect(after.assignedTo).toBe('mila');
    expect(after.events.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'RECEIVED null',
      'TAKEN_UP lena',
      'TAKEN_UP mila',
    ]);
    expect((await read('belarus', world.as('BELARUS', 'OVERSEER'), request)).half).toMatchObject({
      assignedTo: 'mila',
      subject: null,
    });
    // The other agency learns nothing of who answers for it.
    expect((await read('russia', world.as('RUSSIA', 'LIAISON'), request)).half).toMatchObject({
      assignedTo: null,
      events: [{ kind: 'DRAFTED' }, { kind: 'AUTHORISED' }, { kind: 'RECEIVED' }],
    });
  });

  test('is not taken up by another role, nor one that was sent, nor one that is nobody’s', async () => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['CONTACT'] });
    for (const role of ['SUPERVISOR', 'INVESTIGATOR', 'OVERSEER'] as const)
      expect((await takeUp(world.as('BELARUS', role), request, 1)).codes).toEqual(['FORBIDDEN']);
    const { half } = await read('russia', world.as('RUSSIA', 'LIAISON'), request);
    const sent = { request, version: half.version };
    const there = await act('russia', world.as('RUSSIA', 'LIAISON'), 'takeUpRequest', sent);
    expect(there.problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
    const unknown = 'RUQ-ZZZZZZZZZZZZZZZZ';
    expect((await takeUp(lena(), unknown, 1)).outcome).toMatchObject({ unknown });
  });

  test('waits for, and is warned of to, whom it is assigned to, or to all liaisons; and to supervisors', async () => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['VICTIM'] });
    world.pass(4 * hour);
    await world.settle();
    const waits = ['REQUEST_TO_ACCEPT', 'REQUEST_DUE 50'];
    expect([await toldOf(lena(), request), await toldOf(mila(), request)]).toEqual([waits, waits]);
    const { half } = await read('belarus', lena(), request);
    await takeUp(lena(), request, half.version);
    expect([await toldOf(lena(), request), await toldOf(mila(), request)]).toEqual([waits, []]);
    expect(await toldOf(supervisor(), request)).toEqual(['REQUEST_DUE 50']);
    // Another officer's step is taken all the same: nobody who is away holds a request up.
    await act('belarus', mila(), 'acceptRequest', { request });
    expect(await toldOf(lena(), request)).toEqual(['REQUEST_TO_ANSWER', 'REQUEST_DUE 50']);
    expect(await toldOf(supervisor(), request)).toEqual(['REQUEST_TO_ANSWER', 'REQUEST_DUE 50']);
    expect(await toldOf(mila(), request)).toEqual([]);
    await act('belarus', mila(), 'proposeAnswer', { request, kind: 'REFUSED', ground: 'SAFETY' });
    expect(await toldOf(supervisor(), request)).toEqual(['ANSWER_TO_DECIDE', 'REQUEST_DUE 50']);
    expect(await toldOf(supervisor().called('mila'), request)).toEqual(['REQUEST_DUE 50']);
  });

  test('is assigned by a supervisor, taken up or not; whoever has it then, and had it before, finds a notice', async () => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['IDENTITY'] });
    const notices = async (officer: Officer) => {
      const { data } = await officer.run(
        '{ belarus { notices(first: 100, kinds: [REQUEST_ASSIGNED, REQUEST_TAKEN_OVER]) { nodes { kind request } } } }',
      );
      const all: { kind: string; request: string }[] = data.belarus.notices.nodes;
      return all.filter((each) => each.request === request).map(({ kind }) => kind);
    };
    const assign = async (to: string, officer = supervisor()) => {
      const { half } = await read('belarus', supervisor(), request);
      return act('belarus', officer, 'assignRequest', { request, version: half.version, to });
    };
    const { half } = await assign(' lena ');
    expect(half.assignedTo).toBe('lena');
    expect([await notices(lena()), await notices(mila()), await notices(supervisor())]).toEqual([
      ['REQUEST_ASSIGNED'],
      [],
      ['REQUEST_ASSIGNED'],
    ]);
    expect((await assign('lena')).problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
    const after = (await assign('mila')).half;
    expect(after.events.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'RECEIVED null',
      'ASSIGNED belarus-supervisor',
      'ASSIGNED belarus-supervisor',
    ]);
    expect(await notices(mila())).toContain('REQUEST_ASSIGNED');
    expect((await notices(lena())).sort()).toEqual(['REQUEST_TAKEN_OVER']);
    for (const officer of [lena(), world.as('BELARUS', 'INVESTIGATOR')])
      expect((await assign('lena', officer)).codes).toEqual(['FORBIDDEN']);
  });

  test.each([
    ['nobody', ' ', 'MISSING'],
    ['a name that no token has', 'le\nna', 'MALFORMED'],
    ['a name that is too long', 'x'.repeat(300), 'TOO_LONG'],
  ])('is not assigned to %s', async (_whom, to, code) => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['CASE', 'IDENTITY'] });
    const { half } = await read('belarus', supervisor(), request);
    const refused = await act('belarus', supervisor(), 'assignRequest', {
      request,
      version: half.version,
      to,
    });
    expect(refused.problems).toEqual([{ path: 'to', code }]);
    await act('russia', world.as('RUSSIA', 'SUPERVISOR'), 'withdrawRequest', { request });
    await world.settle();
  });

  test('stands in the list of those that nobody has taken up until somebody has', async () => {
    const request = await world.sent({ hit: await world.hit(known) }, { classes: ['FINANCIAL'] });
    const listed = async (officer: Officer, name: string, states?: string[]) =>
      (await box('belarus', officer, name, states, true)).includes(request);
    for (const officer of [lena(), supervisor()])
      expect([
        await listed(officer, 'RECEIVED'),
        await listed(officer, 'RECEIVED', ['RECEIVED']),
        await listed(officer, 'RECEIVED', ['REFUSED']),
      ]).toEqual([true, true, false]);
    const { half } = await read('belarus', lena(), request);
    await takeUp(lena(), request, half.version);
    for (const officer of [lena(), supervisor()]) {
      expect(await listed(officer, 'RECEIVED')).toBe(false);
      expect(await box('belarus', officer, 'RECEIVED')).toContain(request);
    }
    expect(await box('russia', world.as('RUSSIA', 'LIAISON'), 'SENT', undefined, true)).toContain(request);
  });
});

test('what is found, and what is dark or unknown, is taken up alike until its form is in order', async () => {
  world.pass(24 * hour);
  const ids: string[] = [];
  for (const subject of [
    { hit: await world.hit(known) },
    { dossier: known },
    { dossier: dark },
    { dossier: none },
  ])
    ids.push(await world.sent(subject, { classes: ['CASE', 'VICTIM'] }));
  async function shown(id: string): Promise<string> {
    const told = [];
    for (const officer of [lena(), mila(), supervisor()]) {
      const { half } = await read('belarus', officer, id);
      const lists = [
        (await box('belarus', officer, 'RECEIVED', undefined, true)).includes(id),
        (await box('belarus', officer, 'RECEIVED', ['RECEIVED'], true)).includes(id),
      ];
      told.push({ half, lists, of: await toldOf(officer, id) });
    }
    return JSON.stringify(told).replaceAll(id, 'ID');
  }
  for (const [hours, officer] of [
    [1, lena],
    [4, mila],
    [5, lena],
    [20, mila],
  ] as const) {
    world.pass(hours * hour);
    await world.settle();
    for (const id of ids) {
      const { half } = await read('belarus', lena(), id);
      expect((await takeUp(officer(), id, half.version)).half?.assignedTo).toBe(
        officer === lena ? 'lena' : 'mila',
      );
    }
    const [first, ...others] = await Promise.all(ids.map(shown));
    for (const other of others) expect(other).toBe(first);
  }
  for (const request of ids) await act('belarus', lena(), 'acceptRequest', { request });
  const [held, ended, ...gone] = await Promise.all(
    ids.map(async (id) => (await read('belarus', lena(), id)).half),
  );
  expect([held?.state, ended?.state, ...gone]).toEqual(['RECEIVED', 'NO_DATA', undefined, undefined]);
  const [first = '', second = '', third = ''] = ids;
  expect((await takeUp(lena(), first, held?.version ?? 0)).half.assignedTo).toBe('lena');
  expect((await takeUp(lena(), second, ended?.version ?? 0)).problems).toEqual([
    { path: 'request', code: 'REQUEST_ENDED' },
  ]);
  expect((await takeUp(lena(), third, held?.version ?? 0)).outcome).toMatchObject({ unknown: third });
});
