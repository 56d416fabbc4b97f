import {
  mostAnsweredOutsideADay,
  mostListedQuestionsADay,
  mostTakenUpADay,
  mostTurnedDownADay,
  mostWordedADay,
} from '../../../../../subgraphs/agency/records/requests/counted-request-step.ts';
import { dayOf } from '../../../../../terms/days.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, bareDossier, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-PVTAWAY000000001';
const other = { BELARUS: 'BY-2026-000777', RUSSIA: 'RU-2026-000777' } as const;

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known)]);
});
afterEach(() => world.startOver());

const lena = () => world.as('BELARUS', 'LIAISON').called('lena');
const supervisor = (name: string, number: string = caseOf.BELARUS) =>
  world.as('BELARUS', 'SUPERVISOR').called(name).for('INVESTIGATION', number);
const colleague = (name: string) =>
  world.as('BELARUS', 'LIAISON').called(name).for('INVESTIGATION', other.BELARUS);
const there = (name: string, number: string = caseOf.RUSSIA) =>
  world.as('RUSSIA', 'LIAISON').called(name).for('INVESTIGATION', number);

const sent = async (classes = ['IDENTITY']) => world.sent({ hit: await world.hit(known) }, { classes });
const dayOfOfficer = (agency: 'BELARUS' | 'RUSSIA', by: string) =>
  world[agency].models.officerDays.findById(`${dayOf(world.now)} ${by}`).lean();

const propose = (request: string, kind = 'NO_DATA') =>
  act('belarus', lena(), 'proposeAnswer', { request, kind, handling: 'H0' });
async function turnDown(officer: Officer, request: string) {
  const { half } = await read('belarus', officer, request);
  return act('belarus', officer, 'decideAnswer', { request, version: half.version, approves: false });
}

describe('an answer that is turned down', () => {
  test('leaves both its officers in the events of its agency, and its proposer is told', async () => {
    const id = await sent();
    await act('belarus', lena(), 'acceptRequest', { request: id });
    for (let times = 0; times < 2; times += 1) {
      await propose(id);
      expect((await turnDown(supervisor('rogue', other.BELARUS), id)).half.proposal).toBeNull();
    }
    const { half } = await read('belarus', lena(), id);
    const events = half.events.map(({ kind, by }) => `${kind} ${by}`);
    expect(events.slice(-4)).toEqual([
      'PROPOSED lena',
      'ANSWER_TURNED_DOWN rogue',
      'PROPOSED lena',
      'ANSWER_TURNED_DOWN rogue',
    ]);
    const { data } = await lena().run(
      '{ belarus { notices(kinds: [REQUEST_WORDS_DROPPED], first: 10) { nodes { request } } } }',
    );
    expect(data.belarus.notices.nodes).toEqual([{ request: id }]);
    await world.settle();
    const abroad = await read('russia', there('tanya'), id);
    expect(JSON.stringify(abroad.half.events)).not.toContain('TURNED_DOWN');
  });

  test('is one of twenty in a day for who works on no case of the request', async () => {
    const id = await sent();
    await act('belarus', lena(), 'acceptRequest', { request: id });
    await world.spend('BELARUS', 'rogue', { turnedDown: mostTurnedDownADay - 1 });
    const rogue = supervisor('rogue', other.BELARUS);
    await propose(id);
    expect((await turnDown(rogue, id)).half.proposal).toBeNull();
    await propose(id);
    expect((await turnDown(rogue, id)).codes).toEqual(['QUOTA_SPENT']);
    expect((await read('belarus', lena(), id)).half.proposal).toMatchObject({ kind: 'NO_DATA' });
    expect((await turnDown(supervisor('sofia'), id)).half.proposal).toBeNull();
    expect((await dayOfOfficer('BELARUS', 'sofia'))?.turnedDown).toBeUndefined();
  });
});

describe('an answer that holds others up', () => {
  const park = (officer: Officer, request: string, kind: string) =>
    act('belarus', officer, 'proposeAnswer', { request, kind, handling: 'H0' });

  test('is one of twenty in a day for who works on no case of the request, and no officer of its case is counted who turns it down', async () => {
    const id = await sent();
    await act('belarus', lena(), 'acceptRequest', { request: id });
    await world.spend('BELARUS', 'rogue', { answeredOutside: mostAnsweredOutsideADay - 1 });
    const rogue = supervisor('rogue', other.BELARUS);
    expect((await park(rogue, id, 'NO_DATA')).half.proposal).toMatchObject({ kind: 'NO_DATA' });
    await world.spend('BELARUS', 'sofia', { turnedDown: mostTurnedDownADay });
    expect((await turnDown(supervisor('sofia'), id)).half.proposal).toBeNull();
    expect((await park(rogue, id, 'NO_DATA')).codes).toEqual(['QUOTA_SPENT']);
    // Of the request's own case nobody is counted.
    expect((await propose(id)).half.proposal).toMatchObject({ kind: 'NO_DATA' });
    expect((await dayOfOfficer('BELARUS', 'lena'))?.answeredOutside).toBeUndefined();
  });

  test('on the form alone is turned down by anybody, as often as it is proposed', async () => {
    const id = await sent();
    await world.spend('BELARUS', 'elsewhere', { turnedDown: mostTurnedDownADay });
    expect((await park(lena(), id, 'IMPOSSIBLE')).half.proposal).toMatchObject({ kind: 'IMPOSSIBLE' });
    expect((await turnDown(supervisor('elsewhere', other.BELARUS), id)).half.proposal).toBeNull();
  });
});

test('a question that waits is nobody’s to count who answers on the form, or asks by the list, in its place', async () => {
  const ask = async (id: string) =>
    act('belarus', colleague('rogue'), 'questionRequest', { request: id, text: 'Which number is meant?' });
  await world.spend('BELARUS', 'lena', { turnedDown: mostTurnedDownADay });
  const [refused, asked] = [await sent(), await sent(['CONTACT'])];
  for (const id of [refused, asked]) expect((await ask(id)).half.waitingWords?.by).toBe('rogue');
  const answer = { request: refused, kind: 'IMPOSSIBLE', handling: 'H0' };
  expect((await act('belarus', lena(), 'proposeAnswer', answer)).half.proposal).not.toBeNull();
  const question = { request: asked, questions: ['PERIOD_UNCLEAR'] };
  expect((await act('belarus', lena(), 'questionForm', question)).half.formQuestions).toHaveLength(1);
});

test('questions of the closed list, which go at once, are twenty in a day, and those in free words fifty', async () => {
  await world.spend('BELARUS', 'lena', { questioned: mostListedQuestionsADay });
  const id = await sent();
  const question = { request: id, questions: ['PERIOD_UNCLEAR'] };
  expect((await act('belarus', lena(), 'questionForm', question)).codes).toEqual(['QUOTA_SPENT']);
  const words = { request: id, text: 'Which number is meant?' };
  expect((await act('belarus', lena(), 'questionRequest', words)).half.waitingWords?.by).toBe('lena');
});

describe('replies to a question', () => {
  const questioned = async () => {
    const id = await sent();
    await act('belarus', lena(), 'questionForm', { request: id, questions: ['PERIOD_UNCLEAR'] });
    await world.settle();
    return id;
  };
  const reply = (officer: Officer, request: string) =>
    act('russia', officer, 'clarifyRequest', { request, text: 'In May' });

  test('that an officer of another case replaces are twenty in a day, and those of one’s own case are not counted', async () => {
    const id = await questioned();
    await world.spend('RUSSIA', 'rogue', { turnedDown: mostTurnedDownADay - 1 });
    await reply(there('tanya'), id);
    expect((await reply(there('rogue', other.RUSSIA), id)).half.waitingWords?.by).toBe('rogue');
    expect((await reply(there('tanya'), id)).half.waitingWords?.by).toBe('tanya');
    expect((await reply(there('rogue', other.RUSSIA), id)).codes).toEqual(['QUOTA_SPENT']);
    expect((await read('russia', there('tanya'), id)).half.waitingWords?.by).toBe('tanya');
    expect(await dayOfOfficer('RUSSIA', 'tanya')).toMatchObject({ worded: 2 });
    expect((await dayOfOfficer('RUSSIA', 'tanya'))?.turnedDown).toBeUndefined();
  });

  test('are fifty in a day, together with the reasons of later dates', async () => {
    const id = await questioned();
    await world.spend('RUSSIA', 'tanya', { worded: mostWordedADay - 1 });
    expect((await reply(there('tanya'), id)).half.waitingWords?.by).toBe('tanya');
    expect((await reply(there('tanya'), id)).codes).toEqual(['QUOTA_SPENT']);
    const open = await sent(['CONTACT']);
    await act('belarus', lena(), 'acceptRequest', { request: open });
    await world.spend('BELARUS', 'lena', { worded: mostWordedADay });
    const until = new Date(world.now.getTime() + 20 * hour).toISOString();
    const later = { request: open, until, reason: 'The bank is slow' };
    expect((await act('belarus', lena(), 'extendRequest', later)).codes).toEqual(['QUOTA_SPENT']);
  });
});

test('an officer takes up thirty requests in a day that nobody has, and leaves the others', async () => {
  const [first, second] = [await sent(), await world.sent({ dossier: 'BY-N0NE000000000001' })];
  await world.spend('BELARUS', 'lena', { takenUp: mostTakenUpADay - 1 });
  const takeUp = async (officer: Officer, request: string) => {
    const { half } = await read('belarus', officer, request);
    return act('belarus', officer, 'takeUpRequest', { request, version: half.version });
  };
  expect((await takeUp(lena(), first)).half.assignedTo).toBe('lena');
  expect((await takeUp(lena(), second)).codes).toEqual(['QUOTA_SPENT']);
  expect((await takeUp(lena().called('nina'), second)).half.assignedTo).toBe('nina');
});

test('a request is closed under its case alone', async () => {
  const id = await sent();
  const of = (number: string) =>
    world.as('RUSSIA', 'INVESTIGATOR', 'LIAISON').called('ivan').for('INVESTIGATION', number);
  await act('russia', of(caseOf.RUSSIA), 'withdrawRequest', { request: id });
  expect((await act('russia', of(other.RUSSIA), 'closeRequest', { request: id })).codes).toEqual([
    'FORBIDDEN',
  ]);
  expect((await act('russia', of(caseOf.RUSSIA), 'closeRequest', { request: id })).half.state).toBe('CLOSED');
});
