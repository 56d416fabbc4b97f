import { readEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import {
  mostListedQuestionsADay,
  mostQuestionsADay,
  mostRefusalsADay,
  mostStoodInADay,
  mostTakenOverADay,
} from '../../../../../subgraphs/agency/records/requests/counted-request-step.ts';
import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import { untilAnswered } from '../../../../support/until-answered.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, actInWords, bareDossier, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-C0MPEERS00000001';
const other = { BELARUS: 'BY-2026-000777', RUSSIA: 'RU-2026-000777' } as const;

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known)]);
});
afterEach(() => world.startOver());

const lena = () => world.as('BELARUS', 'LIAISON').called('lena');
/** A liaison officer of another case. */
const rogue = (name = 'rogue') =>
  world.as('BELARUS', 'LIAISON').called(name).for('INVESTIGATION', other.BELARUS);
const supervisor = () => world.as('BELARUS', 'SUPERVISOR').called('sofia');
const there = (name: string) => world.as('RUSSIA', 'LIAISON').called(name);
const supervisorThere = () => world.as('RUSSIA', 'SUPERVISOR').called('semyon');

const sent = async (classes = ['IDENTITY']) => world.sent({ hit: await world.hit(known) }, { classes });
const halfOf = async (officer: Officer, id: string, own: 'belarus' | 'russia' = 'belarus') =>
  (await read(own, officer, id)).half;
const eventsOf = async (officer: Officer, id: string, own: 'belarus' | 'russia' = 'belarus') =>
  (await halfOf(officer, id, own)).events.map(({ kind, by }) => `${kind} ${by}`);

async function takeUp(officer: Officer, request: string) {
  const { version } = await halfOf(officer, request);
  return act('belarus', officer, 'takeUpRequest', { request, version });
}
const ask = (officer: Officer, request: string) =>
  act('belarus', officer, 'questionForm', { request, questions: ['PERIOD_UNCLEAR'] });
const refuse = (officer: Officer, request: string) =>
  act('belarus', officer, 'proposeAnswer', { request, kind: 'IMPOSSIBLE', handling: 'H0' });

async function turnDown(own: 'belarus' | 'russia', officer: Officer, request: string) {
  const { version } = await halfOf(officer, request, own);
  return act(own, officer, 'countersignWords', { request, version, approves: false });
}

/** The notices of what was done to officers' work on a request; null where the officer reads none. */
async function toldOf(officer: Officer, request: string, own: 'belarus' | 'russia' = 'belarus') {
  const { data } = await officer.run(
    `{ ${own} { notices(kinds: [REQUEST_TAKEN_OVER, REQUEST_WORDS_DROPPED], first: 100) { nodes { kind request agency } } } }`,
  );
  const nodes: { kind: string; request: string; agency: string }[] | undefined = data[own]?.notices?.nodes;
  return (
    nodes?.filter((each) => each.request === request).map(({ kind, agency }) => `${kind} ${agency}`) ?? null
  );
}

/** The request as often as it takes, each with an id of its own, as if the other agency had sent so many. */
async function copies(id: string, number: number): Promise<string[]> {
  const { requests } = world.BELARUS.models;
  const stored = await requests.findById(id).lean();
  if (!stored) throw new Error('it has not arrived');
  const ids = Array.from({ length: number }, (_, n) => `RUQ-${String(n).padStart(16, '0')}`);
  const { asks: _, draftedWith: __, ...copied } = stored;
  await requests.create(
    ids.map((_id) => ({
      ...copied,
      _id,
      place: `${stored.place} ${_id}`,
      half: { ...stored.half, id: _id },
    })),
  );
  return ids;
}

/** How often each outcome came. */
const tally = (outcomes: readonly unknown[]) =>
  Object.fromEntries(
    [...new Set(outcomes)].map((each) => [each, outcomes.filter((one) => one === each).length]),
  );

/** All that the other agency was sent of a request, byte for byte but for its id. */
async function crossed(id: string): Promise<string> {
  const { outbox } = world.BELARUS.models;
  const events = (await outbox.find().sort({ number: 1 }).lean()).map(({ event }) => readEvent(event));
  return JSON.stringify(
    events.filter((event) => event?.subject === id).map((event) => [event?.type, event?.at, event?.data]),
  ).replaceAll(id, 'ID');
}

describe('the events of a request', () => {
  test('name the own officer of a question, of its answer and of a later date, and never the other agency’s', async () => {
    const listed = await sent();
    await ask(rogue(), listed);
    await world.settle();
    expect(await eventsOf(lena(), listed)).toContain('QUESTIONED rogue');
    expect(await eventsOf(there('tanya'), listed, 'russia')).toContain('QUESTIONED null');
    const { half } = await act('russia', there('tanya'), 'clarifyRequest', {
      request: listed,
      text: 'In May',
    });
    await act('russia', supervisorThere(), 'countersignWords', {
      request: listed,
      version: half.version,
      approves: true,
      neutrality: 'About the form alone',
    });
    await world.settle();
    expect(await eventsOf(there('other'), listed, 'russia')).toContain('CLARIFIED tanya');
    expect(await eventsOf(lena(), listed)).toContain('CLARIFIED null');
    await act('belarus', lena(), 'acceptRequest', { request: listed });
    await actInWords(world, 'belarus', 'extendRequest', {
      request: listed,
      until: new Date(world.now.getTime() + 20 * hour).toISOString(),
      reason: 'The bank is slow',
    });
    await world.settle();
    expect(await eventsOf(lena(), listed)).toContain('EXTENDED belarus-liaison');
    expect(await eventsOf(there('tanya'), listed, 'russia')).toContain('EXTENDED null');

    const worded = await sent(['CONTACT']);
    await actInWords(world, 'belarus', 'questionRequest', { request: worded, text: 'Which of the two?' });
    await world.settle();
    expect(await eventsOf(lena(), worded)).toContain('QUESTIONED belarus-liaison');
    expect(await eventsOf(there('tanya'), worded, 'russia')).toContain('QUESTIONED null');
  });

  test('of a request that was stored before they were named are read without a name', async () => {
    const id = await sent();
    await ask(rogue(), id);
    await world.BELARUS.models.requests.updateOne({ _id: id }, { $unset: { 'half.questioned': 1 } });
    expect(await eventsOf(lena(), id)).toContain('QUESTIONED null');
  });

  test('show words that were replaced or turned down, with their officers and without their text', async () => {
    const id = await sent();
    const write = (officer: Officer, text: string) =>
      act('belarus', officer, 'questionRequest', { request: id, text });
    await write(lena(), 'Which of the two numbers?');
    await write(rogue(), 'Nothing at all');
    await turnDown('belarus', supervisor(), id);
    await write(lena(), 'Which of the two numbers?');
    await act('belarus', rogue(), 'acceptRequest', { request: id });
    expect((await eventsOf(lena(), id)).filter((event) => event.startsWith('WORDS_')).sort()).toEqual([
      'WORDS_REPLACED rogue',
      'WORDS_REPLACED rogue',
      'WORDS_TURNED_DOWN sofia',
      'WORDS_WRITTEN lena',
      'WORDS_WRITTEN lena',
      'WORDS_WRITTEN rogue',
    ]);
    const stored = JSON.stringify(await world.BELARUS.models.requests.findById(id).lean());
    for (const text of ['Which of the two numbers?', 'Nothing at all']) expect(stored).not.toContain(text);
  });

  test('show at the asking agency what became of an answer that waited, and its officers are told', async () => {
    const id = await sent();
    await ask(lena(), id);
    await world.settle();
    const answer = (name: string, text: string) =>
      act('russia', there(name), 'clarifyRequest', { request: id, text });
    await answer('tanya', 'The second number');
    expect(await toldOf(there('tanya'), id, 'russia')).toEqual([]);
    await answer('traitor', 'nothing');
    expect(await toldOf(there('tanya'), id, 'russia')).toEqual(['REQUEST_WORDS_DROPPED RUSSIA']);
    await turnDown('russia', supervisorThere(), id);
    const events = await eventsOf(there('tanya'), id, 'russia');
    expect(events).toEqual(expect.arrayContaining(['WORDS_REPLACED traitor', 'WORDS_TURNED_DOWN semyon']));
    // One a day for each request: officers who take turns do not fill the list.
    expect(await toldOf(supervisorThere(), id, 'russia')).toEqual(['REQUEST_WORDS_DROPPED RUSSIA']);
    expect(await toldOf(lena(), id)).toEqual([]);
    expect((await eventsOf(lena(), id)).join()).not.toContain('traitor');
  });

  test('leave nothing in what the other agency is sent, to the byte, whoever took which of the steps', async () => {
    const id = await sent();
    const [quiet = '', busy = ''] = await copies(id, 2);
    await takeUp(lena(), quiet);
    await takeUp(lena(), busy);
    await takeUp(rogue(), busy);
    await act('belarus', lena(), 'questionRequest', { request: busy, text: 'Which of the two numbers?' });
    await act('belarus', rogue(), 'questionRequest', { request: busy, text: 'Nothing at all' });
    await turnDown('belarus', supervisor(), busy);
    await act('belarus', lena(), 'questionRequest', { request: busy, text: 'Which of the two numbers?' });
    await ask(rogue(), busy);
    await ask(lena(), quiet);
    await world.settle();
    expect(await crossed(quiet)).toContain('PERIOD_UNCLEAR');
    expect(await crossed(busy)).toBe(await crossed(quiet));
    await world.restate('BELARUS');
    expect(await crossed(busy)).toBe(await crossed(quiet));
    const abroad = JSON.stringify([
      await world.BELARUS.models.outbox.find().lean(),
      await world.RUSSIA.models.requests.find().lean(),
    ]);
    for (const name of ['lena', 'rogue', 'sofia']) expect(abroad).not.toContain(name);
  });
});

describe('a request that is taken over', () => {
  test('is told to the liaison officers and supervisors of the agency, and to nobody else', async () => {
    const id = await sent();
    await takeUp(lena(), id);
    expect(await toldOf(lena(), id)).toEqual([]);
    await takeUp(rogue(), id);
    for (const officer of [lena(), supervisor()])
      expect(await toldOf(officer, id)).toEqual(['REQUEST_TAKEN_OVER BELARUS']);
    expect(await toldOf(world.as('BELARUS', 'INVESTIGATOR'), id)).toEqual([]);
    for (const role of ['ANALYST', 'OVERSEER'] as const)
      expect(await toldOf(world.as('BELARUS', role), id)).toBeNull();
    await world.settle();
    expect(await toldOf(there('tanya'), id, 'russia')).toEqual([]);
    expect(await toldOf(supervisorThere(), id)).toBeNull();
  });

  test('is told of to nobody who may not know of it any more, once its form is in order', async () => {
    const id = await world.sent({ dossier: 'BY-N0NE000000000001' });
    await takeUp(lena(), id);
    await takeUp(rogue(), id);
    expect(await toldOf(lena(), id)).toEqual(['REQUEST_TAKEN_OVER BELARUS']);
    await act('belarus', lena(), 'acceptRequest', { request: id });
    for (const officer of [lena(), rogue(), supervisor()]) expect(await toldOf(officer, id)).toEqual([]);
  });

  test('is one of twenty in a day, however many are asked for at once', async () => {
    const ids = await copies(await sent(), mostTakenOverADay + 4);
    for (const id of ids) await takeUp(lena(), id);
    const answers = await Promise.all(ids.map((id) => untilAnswered(() => takeUp(rogue(), id))));
    const outcomes = answers.map(({ codes, half }) => codes?.[0] ?? half?.assignedTo);
    expect(outcomes.filter((each) => each === 'rogue')).toHaveLength(mostTakenOverADay);
    expect(outcomes.filter((each) => each === 'QUOTA_SPENT')).toHaveLength(4);
    const kept = ids[outcomes.indexOf('QUOTA_SPENT')] ?? '';
    expect((await halfOf(lena(), kept)).assignedTo).toBe('lena');
    expect(await toldOf(lena(), kept)).toEqual([]);
    // Others go on, and so do they on the next day.
    expect((await takeUp(rogue('nina'), kept)).half.assignedTo).toBe('nina');
    const tomorrow = rogue().at(daysAfter(world.now, 1));
    expect((await takeUp(tomorrow, kept)).codes).not.toContain('QUOTA_SPENT');
  });

  test('by a deputy of the officer tells nobody and counts as taken over for nobody, and neither does one that nobody had', async () => {
    const [first = '', second = '', third = ''] = await copies(await sent(), 3);
    await world.spend('BELARUS', 'mila', { takenOver: mostTakenOverADay });
    const mila = () => world.as('BELARUS', 'LIAISON').called('mila');
    await takeUp(lena(), first);
    expect((await takeUp(mila(), first)).codes).toEqual(['QUOTA_SPENT']);
    await lena().run(
      'mutation ($input: SetDeputyInput!) { belarus { setDeputy(input: $input) { __typename } } }',
      { input: { deputy: 'mila', until: dayOf(daysAfter(world.now, 3)) } },
    );
    expect((await takeUp(mila(), first)).half.assignedTo).toBe('mila');
    expect((await takeUp(mila(), second)).half.assignedTo).toBe('mila');
    await takeUp(lena(), third);
    await world.spend('BELARUS', 'mila', { stoodIn: mostStoodInADay });
    expect((await takeUp(mila(), third)).codes).toEqual(['QUOTA_SPENT']);
    expect([await toldOf(lena(), first), await toldOf(lena(), second)]).toEqual([[], []]);
  });
});

describe('the steps by which an officer keeps the other agency waiting', () => {
  test.each([
    ['fifty questions in a day in free words', mostQuestionsADay, false],
    ['twenty by the list', mostListedQuestionsADay, true],
  ])('are %s, however many are put at once', async (_how, most, isListed) => {
    const ids = await copies(await sent(), 25);
    await world.spend('BELARUS', 'rogue', { questioned: most - 20 });
    const answers = await Promise.all(
      ids.map((request) =>
        untilAnswered(() =>
          isListed
            ? ask(rogue(), request)
            : act('belarus', rogue(), 'questionRequest', { request, text: 'Which of the two?' }),
        ),
      ),
    );
    const outcomes = answers.map(({ codes, outcome }) => codes?.[0] ?? outcome.__typename);
    expect(tally(outcomes)).toEqual({ RecordedRequest: 20, QUOTA_SPENT: 5 });
    const left = ids[outcomes.indexOf('QUOTA_SPENT')] ?? '';
    expect(await halfOf(lena(), left)).toMatchObject({ state: 'RECEIVED', waitingWords: null });
    expect((await ask(lena(), left)).half.state).toBe('CLARIFICATION');
  });

  test('are fifty proposals in a day by which nothing is given, and what gives something is beside them', async () => {
    const ids = await copies(await sent(), 24);
    await world.spend('BELARUS', 'rogue', { refused: mostRefusalsADay - 20 });
    const answers = await Promise.all(ids.map((id) => untilAnswered(() => refuse(rogue(), id))));
    const outcomes = answers.map(({ codes, outcome }) => codes?.[0] ?? outcome.__typename);
    expect(tally(outcomes)).toEqual({ RecordedRequest: 20, QUOTA_SPENT: 4 });
    const left = ids[outcomes.indexOf('QUOTA_SPENT')] ?? '';
    await act('belarus', lena(), 'acceptRequest', { request: left });
    const answer = { request: left, handling: 'H0' };
    const inCase = rogue().for('INVESTIGATION', caseOf.BELARUS);
    for (const given of [{ kind: 'REFUSED', ground: 'SAFETY' }, { kind: 'NO_DATA' }])
      expect((await act('belarus', inCase, 'proposeAnswer', { ...answer, ...given })).codes).toEqual([
        'QUOTA_SPENT',
      ]);
    const until = daysAfter(world.now, 30).toISOString();
    expect(
      (await act('belarus', inCase, 'proposeAnswer', { ...answer, kind: 'GRANTED', until })).half.proposal,
    ).toMatchObject({ kind: 'GRANTED' });
  });

  test('are told again to whoever sends them again under their key, also once the day is spent', async () => {
    const [first = '', second = ''] = await copies(await sent(), 2);
    await world.spend('BELARUS', 'rogue', { questioned: mostListedQuestionsADay - 1 });
    const again = () => ask(rogue().withKey('asked-again'), first);
    expect((await again()).half.state).toBe('CLARIFICATION');
    expect((await ask(rogue(), second)).codes).toEqual(['QUOTA_SPENT']);
    expect((await again()).half.state).toBe('CLARIFICATION');
  });

  test('count only where they are taken', async () => {
    const id = await sent();
    await ask(rogue(), id);
    for (let times = 0; times < 3; times += 1)
      expect((await ask(rogue(), id)).problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
    const [day] = await world.BELARUS.models.officerDays.find({ _id: / rogue$/ }).lean();
    expect(day?.questioned).toBe(1);
  });
});
