import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { act, actInWords, hour, read, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-W0RDED0000000001';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([
    dossierOf(known, { cases: [caseOf.BELARUS], handlingCode: 'ON_RELEASE', releases: [], links: [] }),
  ]);
});

const liaison = () => world.as('BELARUS', 'LIAISON');
const supervisor = () => world.as('BELARUS', 'SUPERVISOR');
const both = () => world.as('BELARUS', 'LIAISON', 'SUPERVISOR');
const asked = async (id: string) => (await read('russia', world.as('RUSSIA', 'LIAISON'), id)).half;
const answering = async (id: string) => (await read('belarus', supervisor(), id)).half;
const sent = async (classes: string[]) => world.sent({ hit: await world.hit(known) }, { classes });
const neutrality = 'About the form alone';
const text = 'Ivan Ivanov of the second floor is ill';

/** All that the asking agency has stored of its requests and been sent. */
async function heldAbroad(): Promise<string> {
  const { models } = world.RUSSIA;
  return JSON.stringify([
    await models.requests.find().lean(),
    await models.inbox.find().lean(),
    await models.notices.find().lean(),
  ]);
}

describe('free words for the other agency', () => {
  test('are known to it once a second officer has countersigned them, and stop the clock from then on', async () => {
    const id = await sent(['IDENTITY']);
    const before = await answering(id);
    const written = await act('belarus', both(), 'questionRequest', { request: id, text });
    expect(written.half).toMatchObject({
      state: 'RECEIVED',
      deadline: before.deadline,
      question: null,
      waitingWords: { step: 'QUESTION', text, until: null, by: 'belarus-liaison-supervisor' },
    });
    const { version } = written.half;
    const decision = { request: id, version, approves: true, neutrality };
    const alone = await act('belarus', both(), 'countersignWords', decision);
    expect(alone.problems).toEqual([{ path: 'request', code: 'SAME_OFFICER' }]);
    world.pass(hour);
    await world.settle();
    expect(await heldAbroad()).not.toContain(text);
    expect(await asked(id)).toMatchObject({ state: 'RECEIVED', deadline: before.deadline });
    const signed = await act('belarus', supervisor(), 'countersignWords', decision);
    expect(signed.half).toMatchObject({ state: 'CLARIFICATION', question: text, waitingWords: null });
    await world.settle();
    expect(await heldAbroad()).toContain(text);
    expect(await asked(id)).toMatchObject({ state: 'CLARIFICATION', question: text, deadline: null });
    const steps = signed.half.events.filter(({ kind }) => kind.startsWith('WORDS_'));
    expect(steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['WORDS_WRITTEN', 'belarus-liaison-supervisor'],
      ['WORDS_COUNTERSIGNED', 'belarus-supervisor'],
    ]);
  });

  test('need the word of the second officer on what they say, for the version that was read', async () => {
    const id = await sent(['CONTACT']);
    const { half } = await act('belarus', liaison(), 'questionRequest', { request: id, text: 'Which?' });
    const decision = { request: id, version: half.version, approves: true };
    expect((await act('belarus', supervisor(), 'countersignWords', decision)).problems).toEqual([
      { path: 'neutrality', code: 'MISSING' },
    ]);
    await act('belarus', both(), 'questionRequest', { request: id, text });
    const stale = await act('belarus', supervisor(), 'countersignWords', { ...decision, neutrality });
    expect(stale.outcome).toMatchObject({ __typename: 'StaleVersion', currentVersion: half.version + 1 });
    await world.settle();
    expect((await asked(id)).question).toBeNull();
  });

  test('that are turned down are gone', async () => {
    const id = await sent(['FINANCIAL']);
    const { half } = await act('belarus', liaison(), 'questionRequest', { request: id, text: 'In vain' });
    const decision = { request: id, version: half.version, approves: false };
    const after = await act('belarus', supervisor(), 'countersignWords', decision);
    expect(after.half).toMatchObject({ state: 'RECEIVED', question: null, waitingWords: null });
    const again = await act('belarus', supervisor(), 'countersignWords', {
      ...decision,
      version: after.half.version,
    });
    expect(again.problems).toEqual([{ path: 'request', code: 'NOT_PROPOSED' }]);
    const stored = await world.BELARUS.models.requests.findById(id).lean();
    expect(JSON.stringify(stored)).not.toContain('In vain');
    await world.settle();
    expect((await asked(id)).state).toBe('RECEIVED');
  });

  test('of a reply leave the question open, and it lapses five days after it was sent', async () => {
    const id = await sent(['TECHNICAL']);
    await act('belarus', liaison(), 'questionForm', { request: id, questions: ['PERIOD_UNCLEAR'] });
    await world.settle();
    const there = world.as('RUSSIA', 'LIAISON');
    const written = await act('russia', there, 'clarifyRequest', { request: id, text });
    expect(written.half).toMatchObject({ state: 'CLARIFICATION', clarification: null });
    await world.settle();
    expect(await answering(id)).toMatchObject({ state: 'CLARIFICATION', clarification: null });
    world.pass(5 * 24 * hour);
    await world.settle();
    const late = await act('russia', world.as('RUSSIA', 'SUPERVISOR'), 'countersignWords', {
      request: id,
      version: (await asked(id)).version,
      approves: true,
      neutrality,
    });
    expect(late.problems).toEqual([{ path: 'request', code: 'REQUEST_ENDED' }]);
    expect([(await asked(id)).state, (await answering(id)).state]).toEqual(['LAPSED', 'LAPSED']);
  });

  test('of a reply are sent by a supervisor of its case, and turned down by any', async () => {
    const id = await sent(['VICTIM', 'CONTACT']);
    await act('belarus', liaison(), 'questionForm', { request: id, questions: ['PERIOD_UNCLEAR'] });
    await world.settle();
    await act('russia', world.as('RUSSIA', 'LIAISON'), 'clarifyRequest', { request: id, text });
    const decide = async (officer: Officer, approves: boolean) =>
      act('russia', officer, 'countersignWords', {
        request: id,
        version: (await asked(id)).version,
        approves,
        neutrality,
      });
    const there = world.as('RUSSIA', 'SUPERVISOR');
    const outsider = there.called('outsider').for('INVESTIGATION', 'RU-2026-000777');
    expect((await decide(outsider, true)).codes).toEqual(['FORBIDDEN']);
    expect((await decide(outsider, false)).codes).toEqual([]);
    await act('russia', world.as('RUSSIA', 'LIAISON'), 'clarifyRequest', { request: id, text });
    expect((await decide(there, true)).half).toMatchObject({ clarification: text });
  });

  test('of a later date put nothing off while they wait, and are void at the deadline', async () => {
    const id = await world.accepted({ hit: await world.hit(known) }, { classes: ['CASE'] });
    const until = new Date(world.now.getTime() + 20 * hour).toISOString();
    const before = await answering(id);
    const longer = { request: id, until, reason: text };
    const { half } = await act('belarus', liaison(), 'extendRequest', longer);
    expect(half).toMatchObject({
      deadline: before.deadline,
      extensionReason: null,
      waitingWords: { step: 'EXTENSION', until },
    });
    world.pass(8 * hour);
    await world.settle();
    expect(await answering(id)).toMatchObject({ isOverdue: true, waitingWords: null });
    const { problems } = await act('belarus', supervisor(), 'countersignWords', {
      request: id,
      version: (await answering(id)).version,
      approves: true,
      neutrality,
    });
    expect(problems).toEqual([{ path: 'request', code: 'NOT_PROPOSED' }]);
    const other = await world.accepted({ hit: await world.hit(known) }, { classes: ['VICTIM'] });
    const inTime = await actInWords(world, 'belarus', 'extendRequest', {
      ...longer,
      request: other,
      until: new Date(world.now.getTime() + 20 * hour).toISOString(),
    });
    expect(inTime.half).toMatchObject({ extensionReason: text, waitingWords: null });
  });
});

describe('a question of the closed list', () => {
  test('is put by one officer, with the part of the request that it is about', async () => {
    const id = await sent(['TACTICAL']);
    const none = await act('belarus', liaison(), 'questionForm', { request: id, questions: [] });
    expect(none.problems).toEqual([{ path: 'questions', code: 'MISSING' }]);
    const questions = ['CLASS_TOO_WIDE', 'OFFENCE_MISSING', 'CLASS_TOO_WIDE'];
    const { half } = await act('belarus', liaison(), 'questionForm', { request: id, questions });
    expect(half.state).toBe('CLARIFICATION');
    await world.settle();
    expect(await asked(id)).toMatchObject({
      state: 'CLARIFICATION',
      question: null,
      formQuestions: [
        { question: 'CLASS_TOO_WIDE', field: 'CLASSES' },
        { question: 'OFFENCE_MISSING', field: 'OFFENCE' },
      ],
    });
  });

  test('that is not in it is none, whatever words it has', async () => {
    const id = await sent(['CASE', 'TACTICAL']);
    const { outcome, codes } = await act('belarus', liaison(), 'questionForm', {
      request: id,
      questions: [text],
    });
    expect([outcome, codes.length]).toEqual([{}, 1]);
    expect((await answering(id)).state).toBe('RECEIVED');
  });
});
