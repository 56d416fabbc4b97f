import type { Officer } from '../../../../support/world/officer.ts';
import { act, actInWords, bareDossier, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-N0T1CE0000000001';
const ofAnotherCase = 'BY-N0T1CE0000000002';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(ofAnotherCase, { cases: ['BY-2026-000777'] })]);
});

const liaison = () => world.as('BELARUS', 'LIAISON');

/** The notices of a request, the oldest first. */
async function noticesOf(own: 'belarus' | 'russia', officer: Officer, id: string): Promise<string[]> {
  const { data } = await officer.run(
    `{ ${own} { notices(first: 100) { nodes { kind direction agency request part dossier about release } } } }`,
  );
  const nodes: { kind: string; request: string | null; part: number | null }[] = data[own].notices.nodes;
  return nodes
    .filter(({ request }) => request === id)
    .map(({ kind, part }) => (part === null ? kind : `${kind} ${part}`))
    .reverse();
}

describe('each step of the other agency on a request is a notice', () => {
  test('which names the request and nothing of what it is about', async () => {
    const id = await world.sent({ hit: await world.hit(known) });
    await actInWords(world, 'belarus', 'questionRequest', { request: id, text: 'Which number?' });
    await world.settle();
    world.pass(60_000);
    const there = world.as('RUSSIA', 'LIAISON');
    await actInWords(world, 'russia', 'clarifyRequest', { request: id, text: 'The first' });
    await world.settle();
    await act('belarus', liaison(), 'acceptRequest', { request: id });
    world.pass(60_000);
    const until = new Date(world.now.getTime() + 20 * hour).toISOString();
    await actInWords(world, 'belarus', 'extendRequest', { request: id, until, reason: 'Much' });
    await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request: id });
    await world.settle();
    const received = ['REQUEST_RECEIVED', 'REQUEST_CLARIFIED', 'REQUEST_WITHDRAWN'];
    expect(await noticesOf('belarus', liaison(), id)).toEqual(received);
    expect(await noticesOf('belarus', world.as('BELARUS', 'SUPERVISOR'), id)).toEqual(received);
    expect(await noticesOf('russia', there, id)).toEqual(['REQUEST_QUESTIONED', 'REQUEST_EXTENDED']);
  });

  test('and a message that is told again is no second one', async () => {
    const id = await world.sent({ hit: await world.hit(known) }, { classes: ['CASE'] });
    const before = (await read('belarus', liaison(), id)).half;
    await world.restate('RUSSIA');
    await world.settle();
    await world.restate('BELARUS');
    await world.settle();
    expect(await noticesOf('belarus', liaison(), id)).toEqual(['REQUEST_RECEIVED']);
    const { half } = await read('belarus', liaison(), id);
    expect({ ...half, version: before.version }).toEqual(before);
    const { half: asked } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id);
    expect([asked.receivedAt, asked.deadline]).toEqual([before.receivedAt, before.deadline]);
    await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request: id });
    await world.settle();
  });

  test('an agency whose database has lost a request has it again, with the deadline that it had', async () => {
    const id = await world.sent({ hit: await world.hit(known) }, { classes: ['CONTACT'] });
    const { half: before } = await read('belarus', liaison(), id);
    await world.BELARUS.models.requests.deleteOne({ _id: id });
    world.pass(2 * hour);
    await world.restate('RUSSIA');
    await world.settle();
    const { half } = await read('belarus', liaison(), id);
    expect([half.state, half.receivedAt, half.deadline]).toEqual([
      'RECEIVED',
      before.receivedAt,
      before.deadline,
    ]);
    await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request: id });
    await world.settle();
  });
});

describe('the time to answer', () => {
  test('is warned of at a half, at nine tenths and at its end, once each, at both agencies', async () => {
    const id = await world.accepted({ hit: await world.hit(known) }, { classes: ['VICTIM'] });
    const version = (await read('belarus', liaison(), id)).half.version;
    for (const hours of [3.9, 0.2, 3.2, 0.8]) {
      world.pass(hours * hour);
      await world.settle();
      await world.settle();
    }
    const due = ['REQUEST_DUE 50', 'REQUEST_DUE 90', 'REQUEST_DUE 100'];
    for (const role of ['LIAISON', 'SUPERVISOR'] as const) {
      expect(await noticesOf('belarus', world.as('BELARUS', role), id)).toEqual(['REQUEST_RECEIVED', ...due]);
      expect(await noticesOf('russia', world.as('RUSSIA', role), id)).toEqual(due);
    }
    // A warning is nobody's step, so that whoever has read the request decides on what they read.
    expect((await read('belarus', liaison(), id)).half).toMatchObject({ version, isOverdue: true });
  });

  test('begins anew with a later date', async () => {
    const id = await world.accepted({ hit: await world.hit(known) }, { classes: ['FINANCIAL'] });
    world.pass(5 * hour);
    await world.settle();
    const until = new Date(world.now.getTime() + 20 * hour).toISOString();
    await actInWords(world, 'belarus', 'extendRequest', { request: id, until, reason: 'Much' });
    world.pass(9 * hour);
    await world.settle();
    const received = await noticesOf('belarus', liaison(), id);
    expect(received).toEqual(['REQUEST_RECEIVED', 'REQUEST_DUE 50', 'REQUEST_DUE 50']);
  });

  test('is told with its request alone: not to officers who may not know of it any more', async () => {
    const id = await world.accepted({ hit: await world.hit(ofAnotherCase) }, { classes: ['CASE'] });
    const none = await world.accepted({ dossier: 'BY-N0NE0000000000001' }, { classes: ['CASE'] });
    world.pass(7.5 * hour);
    await world.settle();
    for (const request of [id, none])
      expect(await noticesOf('belarus', liaison(), request)).toEqual(['REQUEST_RECEIVED']);
    const onCase = liaison().for('INVESTIGATION', 'BY-2026-000777');
    expect(await noticesOf('belarus', onCase, id)).toContain('REQUEST_DUE 90');
  });
});

describe('until the form of a request was found in order', () => {
  test('the warning that its time is over is kept back, and is then for all who may know of it', async () => {
    const id = await world.sent({ hit: await world.hit(known) }, { classes: ['TECHNICAL'] });
    for (const hours of [4, 3.5, 1]) {
      world.pass(hours * hour);
      await world.settle();
    }
    const seen = ['REQUEST_RECEIVED', 'REQUEST_DUE 50', 'REQUEST_DUE 90'];
    for (const role of ['LIAISON', 'SUPERVISOR'] as const)
      expect(await noticesOf('belarus', world.as('BELARUS', role), id)).toEqual(seen);
    await act('belarus', liaison(), 'acceptRequest', { request: id });
    expect(await noticesOf('belarus', liaison(), id)).toEqual([...seen, 'REQUEST_DUE 100']);
  });

  test('a withdrawal after the deadline is kept back, and one before it is for all', async () => {
    const hit = await world.hit(known);
    const [early, late] = [
      await world.sent({ hit }, { classes: ['CASE', 'TECHNICAL'] }),
      await world.sent({ hit }, { classes: ['VICTIM', 'TECHNICAL'] }),
    ];
    const withdraw = async (request: string) => {
      await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request });
      await world.settle();
    };
    await withdraw(early);
    world.pass(9 * hour);
    await world.settle();
    await withdraw(late);
    expect(await noticesOf('belarus', liaison(), early)).toContain('REQUEST_WITHDRAWN');
    expect(await noticesOf('belarus', liaison(), late)).not.toContain('REQUEST_WITHDRAWN');
  });
});

test('liaison officers and supervisors list notices, an investigator those for them alone, and no other role any', async () => {
  const list = `query ($kinds: [NoticeKind!]) { belarus { notices(kinds: $kinds) { nodes { kind } } } }`;
  await world.BELARUS.models.notices.create({
    _id: 'RUSSIA of a release',
    place: 'zzzzzzzzz-0000000000',
    agency: 'RUSSIA',
    kind: 'RELEASE_GRANTED',
    at: world.now,
    receivedAt: world.now,
    data: {},
  });
  const kindsOf = async (officer: Officer, kinds?: string[]) =>
    (await officer.run(list, { kinds })).data.belarus.notices?.nodes.map(
      ({ kind }: { kind: string }) => kind,
    );
  for (const role of ['LIAISON', 'SUPERVISOR'] as const)
    expect(await kindsOf(world.as('BELARUS', role))).toContain('RELEASE_GRANTED');
  expect(await kindsOf(world.as('BELARUS', 'INVESTIGATOR'))).toEqual([]);
  expect(await kindsOf(world.as('BELARUS', 'INVESTIGATOR'), ['RELEASE_GRANTED'])).toEqual([]);
  for (const role of ['ANALYST', 'PARTNER', 'OVERSEER'] as const)
    expect(await kindsOf(world.as('BELARUS', role))).toBeUndefined();
});

describe('figures', () => {
  const figures = `query ($from: Date!, $until: Date!) { belarus { requestFigures(from: $from, until: $until) {
    box urgency requests open overdue ends { state requests } grounds { ground requests } onTime } } }`;
  const dayOf = (at: Date) => at.toISOString().slice(0, 10);

  test('tell an overseer how many requests there were, how they ended, and how many in time', async () => {
    const later = 10 * 24 * hour;
    world.pass(later);
    const from = dayOf(world.now);
    const hit = await world.hit(known);
    const [refused, overdue] = [
      await world.accepted({ hit }, { urgency: 'URGENT', classes: ['IDENTITY'] }),
      await world.accepted({ hit }, { urgency: 'URGENT', classes: ['CONTACT'] }),
    ];
    const withdrawn = await world.sent({ hit }, { urgency: 'URGENT', classes: ['CASE'] });
    const answer = { request: refused, kind: 'REFUSED', ground: 'SAFETY' };
    const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
    const decision = { request: refused, version: half.version, approves: true };
    await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'withdrawRequest', { request: withdrawn });
    await world.settle();
    world.pass(4 * 24 * hour);
    await world.settle();
    expect((await read('belarus', liaison(), overdue)).half.isOverdue).toBe(true);
    const days = { from, until: dayOf(world.now) };
    const { data } = await world.as('BELARUS', 'OVERSEER').run(figures, days);
    expect(data.belarus.requestFigures).toEqual([
      {
        box: 'RECEIVED',
        urgency: 'URGENT',
        requests: 3,
        open: 1,
        overdue: 1,
        ends: [
          { state: 'REFUSED', requests: 1 },
          { state: 'WITHDRAWN', requests: 1 },
        ],
        grounds: [{ ground: 'SAFETY', requests: 1 }],
        onTime: 0.5,
      },
    ]);
  });

  test('are for an overseer alone, and of at most a year', async () => {
    const today = dayOf(world.now);
    const of = (officer: Officer, from: string, until: string) => officer.run(figures, { from, until });
    expect((await of(liaison(), today, today)).data.belarus.requestFigures).toBeNull();
    const overseer = world.as('BELARUS', 'OVERSEER');
    for (const [from, until] of [
      ['2026-02-30', today],
      [today, '2020-01-01'],
      ['2020-01-01', today],
    ] as const)
      expect((await of(overseer, from, until)).codes).toEqual(['BAD_USER_INPUT']);
  });
});
