import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { halfOf } from '../../records/dossier/releases/support.ts';
import { act, box, hour, read, type TwoAgencies, twoAgencies, untilOf } from './support.ts';

const known = 'BY-KN0WN0000000001';
const hiddenLater = 'BY-H1DDEN0000000001';
const cases = ['BY-2026-000001'];

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies(
    [known, hiddenLater].map((id) =>
      dossierOf(id, { cases, handlingCode: 'ON_RELEASE', releases: [], links: [] }),
    ),
  );
});

const readAbroad = (id: string) =>
  world.BELARUS.as('RUSSIA', 'INVESTIGATOR')
    .at(world.now)
    .run(halfOf('id names { full } contacts { value } roles { kind }'), {
      of: [{ __typename: 'Suspect', id }],
    })
    .then(({ data, handling }) => ({ half: data?._entities[0].belarus, handling }));

describe('a request on a hit', () => {
  let id: string;
  test('is drafted by an investigator, and another officer sends it', async () => {
    const hit = await world.hit(known);
    id = await world.sent({ hit });
    const { half } = await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id);
    expect(half).toMatchObject({
      box: 'SENT',
      agency: 'BELARUS',
      state: 'RECEIVED',
      case: 'RU-2026-000001',
      subject: { hit, dossier: null },
      offence: { code: '159' },
    });
    expect(half.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'DRAFTED',
      'AUTHORISED',
      'RECEIVED',
    ]);
  });

  test('has one deadline at both agencies, from the time of the receipt', async () => {
    const there = await read('belarus', world.as('BELARUS', 'LIAISON'), id);
    const here = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id);
    expect(there.half.deadline).toBe(new Date(world.now.getTime() + 8 * hour).toISOString());
    expect(here.half).toMatchObject({ deadline: there.half.deadline, receivedAt: there.half.receivedAt });
  });

  test('shows its subject to the asked agency once its form was found in order', async () => {
    const before = await read('belarus', world.as('BELARUS', 'LIAISON'), id);
    expect(before.half).toMatchObject({ box: 'RECEIVED', state: 'RECEIVED', subject: null, dossier: null });
    await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
    const after = await read('belarus', world.as('BELARUS', 'LIAISON'), id);
    expect(after.half).toMatchObject({ dossier: { id: known } });
    expect(await box('belarus', world.as('BELARUS', 'LIAISON'), 'RECEIVED')).toEqual([id]);
  });

  test('is answered with a release, which another officer decides on, and the asking officer reads by it', async () => {
    expect(await readAbroad(known)).toEqual({ half: null, handling: [] });
    const until = untilOf(world.now);
    const proposed = await act('belarus', world.as('BELARUS', 'LIAISON'), 'proposeAnswer', {
      request: id,
      kind: 'GRANTED',
      until,
      handling: 'H1',
    });
    expect(proposed.half.proposal).toMatchObject({
      kind: 'GRANTED',
      classes: ['CONTACT', 'IDENTITY'],
      until,
    });
    expect((await readAbroad(known)).half).toBeNull();
    const decided = await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', {
      request: id,
      version: proposed.half.version,
      approves: true,
    });
    expect(decided.half).toMatchObject({ state: 'GRANTED' });
    const { half: seen, handling } = await readAbroad(known);
    expect(seen).toMatchObject({ id: known, names: expect.any(Array), roles: null });
    // Its restriction goes with each field that it opens, and with no other.
    const restricted = { owner: 'BELARUS', handling: 'H1', records: [known] };
    expect(handling).toEqual([
      { coordinate: 'BelarusDossier.contacts', class: 'CONTACT', ...restricted },
      { coordinate: 'BelarusDossier.names', class: 'IDENTITY', ...restricted },
    ]);
    await world.settle();
    const { half } = await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id);
    expect(half).toMatchObject({
      state: 'GRANTED',
      answer: { kind: 'GRANTED', handling: 'H1', until, release: decided.half.answer?.release },
    });
    expect(half.endedAt).toBe(decided.half.endedAt);
  });

  test('is closed by its officer, and ends no other way', async () => {
    const closed = await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'closeRequest', { request: id });
    expect(closed.half.state).toBe('CLOSED');
    const again = await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'closeRequest', { request: id });
    expect(again.problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
  });
});

test('a class that no liaison officer reads is proposed by a supervisor, and granted by another one', async () => {
  const id = await world.accepted({ hit: await world.hit(known) }, { classes: ['VICTIM'] });
  const answer = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
  const liaison = await act('belarus', world.as('BELARUS', 'LIAISON'), 'proposeAnswer', answer);
  expect(liaison.codes).toEqual(['FORBIDDEN']);
  const supervisor = world.as('BELARUS', 'SUPERVISOR');
  const { half } = await act('belarus', supervisor, 'proposeAnswer', answer);
  expect(half.proposal).toMatchObject({ kind: 'GRANTED', classes: ['VICTIM'] });
  const decision = { request: id, version: half.version, approves: true };
  const alone = await act('belarus', supervisor, 'decideAnswer', decision);
  expect(alone.problems).toEqual([{ path: 'request', code: 'SAME_OFFICER' }]);
  const decided = await act('belarus', supervisor.called('belarus-other'), 'decideAnswer', decision);
  expect(decided.half).toMatchObject({ state: 'GRANTED', answer: { classes: ['VICTIM'] } });
});

test('an answer that officers of another case decide waits, and who works on the dossier confirms it or takes it back', async () => {
  const ofCase = world.as('BELARUS', 'SUPERVISOR').called('belarus-of-case');
  const outside = (name: string) =>
    world.as('BELARUS', 'SUPERVISOR').called(name).for('INVESTIGATION', 'BY-2026-000099');
  const decide = async (officer: typeof ofCase, request: string, approves: boolean) => {
    const { version } = (await read('belarus', ofCase, request)).half;
    return act('belarus', officer, 'decideAnswer', { request, version, approves });
  };
  for (const approves of [true, false]) {
    const classes = [approves ? 'CONTACT' : 'IDENTITY'];
    const id = await world.accepted({ hit: await world.hit(known) }, { classes });
    const none = { request: id, kind: 'NO_DATA' };
    expect((await act('belarus', outside('xenia'), 'proposeAnswer', none)).problems).toEqual([]);
    expect((await decide(outside('xaver'), id, true)).half.state).toBe('RECEIVED');
    expect((await decide(outside('xandra'), id, true)).problems).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    expect((await decide(outside('xandra'), id, false)).codes).toEqual(['FORBIDDEN']);
    await world.settle();
    expect((await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id)).half.state).toBe('RECEIVED');
    const { half } = await decide(ofCase, id, approves);
    expect(half).toMatchObject(approves ? { state: 'NO_DATA' } : { state: 'RECEIVED', proposal: null });
  }
});

test('nothing is proposed or decided on the ground of national law, which is none abroad', async () => {
  const id = await world.accepted({ hit: await world.hit(known) }, { classes: ['CASE'] });
  const [liaison, supervisor] = [world.as('BELARUS', 'LIAISON'), world.as('BELARUS', 'SUPERVISOR')];
  const answer = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
  const under = await act('belarus', liaison.under('NATIONAL_LAW'), 'proposeAnswer', answer);
  expect([under.codes, under.outcome]).toEqual([['MANDATE_INVALID'], {}]);
  const { half } = await act('belarus', liaison, 'proposeAnswer', answer);
  const decision = { request: id, version: half.version, approves: true };
  const refused = await act('belarus', supervisor.under('NATIONAL_LAW'), 'decideAnswer', decision);
  expect([refused.codes, refused.outcome]).toEqual([['MANDATE_INVALID'], {}]);
  const { releases } = (await world.BELARUS.models.dossiers.findById(known).lean()) ?? {};
  expect(releases?.filter(({ classes }) => classes.includes('CASE'))).toEqual([]);
  const decided = await act('belarus', supervisor, 'decideAnswer', decision);
  expect(decided.half).toMatchObject({ state: 'GRANTED', answer: { classes: ['CASE'] } });
});

test('an answer that waits ends as NO_DATA at both where its dossier became its owner’s alone meanwhile', async () => {
  const id = await world.accepted({ hit: await world.hit(hiddenLater) });
  const answer = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
  const { half } = await act('belarus', world.as('BELARUS', 'LIAISON'), 'proposeAnswer', answer);
  const outside = world.as('BELARUS', 'SUPERVISOR').for('INVESTIGATION', 'BY-2026-000099');
  const decision = { request: id, version: half.version, approves: true };
  expect((await act('belarus', outside, 'decideAnswer', decision)).half.state).toBe('RECEIVED');
  const hidden = { handlingCode: 'ORIGINATOR_ONLY' };
  await world.BELARUS.models.dossiers.updateOne({ _id: hiddenLater }, { $set: hidden });
  world.pass(8 * hour);
  await world.settle();
  const { half: stored } = (await world.BELARUS.models.requests.findById(id).lean()) ?? {};
  expect(stored?.end).toMatchObject({ kind: 'NO_DATA' });
  expect((await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id)).half.state).toBe('NO_DATA');
});

test('a request on a hit that there is not ends with NO_DATA at its deadline, by itself', async () => {
  const id = await world.sent({ hit: 'BYH-00000000000000000000' });
  const { half } = await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id);
  world.pass(8 * hour - 1);
  await world.settle();
  expect((await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id)).half.state).toBe('RECEIVED');
  world.pass(1);
  await world.settle();
  expect((await read('russia', world.as('RUSSIA', 'INVESTIGATOR'), id)).half).toMatchObject({
    state: 'NO_DATA',
    endedAt: half.deadline,
    answer: { kind: 'NO_DATA' },
  });
});
