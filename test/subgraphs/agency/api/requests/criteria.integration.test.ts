import { readEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import {
  act,
  actInWords,
  box,
  draftOf,
  hour,
  read,
  type TwoAgencies,
  twoAgencies,
  untilOf,
} from './support.ts';

const seen = 'BY-CR1TER1A00000001';
const dark = 'BY-CR1TER1A00000002';
/** Likenesses of one person, which one officer of another case has recorded, each with an id before the genuine one's. */
const likenesses = Array.from({ length: 120 }, (_none, n) => `BY-CR1TER0000000${String(n).padStart(3, '0')}`);
const genuine = 'BY-CR1TER1A00000005';
const otherCase = 'BY-2026-000888';
const plain = { cases: [caseOf.BELARUS], releases: [], links: [] };
const { names, birth } = dossierOf(seen);
const [name] = names;
const called = (surname: string) => ({
  ...plain,
  names: name ? [{ ...name, script: 'RUSSIAN' as const, surname, givenName: 'Ольга' }] : [],
  documents: [],
  contacts: [],
  instruments: [],
  infrastructure: [],
});
const bornOn = birth?.date ?? '';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([
    dossierOf(seen, { ...called('Терещук'), handlingCode: 'ON_RELEASE' }),
    ...likenesses.map((id) =>
      dossierOf(id, {
        ...called('Подменная'),
        cases: [otherCase],
        handlingCode: 'ON_RELEASE',
        recordedWith: `flooding key-of-${id}`,
      }),
    ),
    dossierOf(genuine, { ...called('Подменная'), handlingCode: 'ON_RELEASE' }),
    dossierOf(dark, { ...called('Прыгажуноў'), handlingCode: 'ORIGINATOR_ONLY' }),
  ]);
});

const liaison = () => world.as('BELARUS', 'LIAISON');
const asking = () => world.as('RUSSIA', 'SUPERVISOR');
const by = (surname: string) => ({ criteria: { surname, givenName: 'Ольга', birthDate: bornOn } });

/** All that Belarus has told of a request, without its name. */
async function toldOf(id: string): Promise<string[]> {
  const sent = await world.BELARUS.models.outbox.find().sort({ number: 1 }).lean();
  return sent
    .map(({ event }) => readEvent(event))
    .filter((event) => event?.subject === id)
    .map((event) => JSON.stringify([event?.type, event?.at, event?.data]).replaceAll(id, 'ID'));
}

/** The request as Russia's officers see it, without its name and what they asked by. */
async function shownOf(id: string) {
  const { subject: _, ...shown } = (await read('russia', asking(), id)).half;
  return shown;
}

describe('a request on a person of whom something is known', () => {
  test('shows what is known in words, and leads the asked agency to its dossier', async () => {
    const id = await world.sent(by('Терещук'), { classes: ['CASE'] });
    const { half } = await read('russia', asking(), id);
    expect(half.subject).toEqual({
      hit: null,
      dossier: null,
      criteria: [
        { kind: 'SURNAME', value: 'Терещук' },
        { kind: 'GIVEN_NAME', value: 'Ольга' },
        { kind: 'BIRTH_DATE', value: bornOn },
      ],
    });
    expect((await read('belarus', liaison(), id)).half).toMatchObject({ subject: null, dossier: null });
    await act('belarus', liaison(), 'acceptRequest', { request: id });
    expect((await read('belarus', liaison(), id)).half).toMatchObject({ dossier: { id: seen } });
  });

  test('is answered at the deadline and not before, since who asks held nothing', async () => {
    const id = await world.accepted(by('Терещук'), { classes: ['CONTACT'] });
    const until = untilOf(world.now);
    const { half } = await act('belarus', liaison(), 'proposeAnswer', {
      request: id,
      kind: 'GRANTED',
      until,
    });
    const longer = {
      request: id,
      until: new Date(world.now.getTime() + 20 * hour).toISOString(),
      reason: 'A',
    };
    expect((await act('belarus', liaison(), 'extendRequest', longer)).problems).toEqual([
      { path: 'request', code: 'WRONG_STATE' },
    ]);
    const decision = { request: id, version: half.version, approves: true };
    await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    await world.settle();
    expect([await toldOf(id), (await shownOf(id)).state]).toEqual([[], 'RECEIVED']);
    world.pass(8 * hour);
    await world.settle();
    const shown = await shownOf(id);
    expect(shown).toMatchObject({ state: 'GRANTED', endedAt: shown.deadline });
  });

  test('is for the officers of all dossiers that are as likely, so that nobody draws it to a likeness', async () => {
    const id = await world.accepted(by('Подменная'), { classes: ['CONTACT', 'CASE'] });
    expect((await read('belarus', liaison(), id)).half).toMatchObject({ dossier: { id: genuine } });
    const other = world.as('BELARUS', 'LIAISON').for('INVESTIGATION', otherCase);
    expect((await read('belarus', other, id)).half).toMatchObject({
      dossier: { id: expect.stringMatching(/^BY-CR1TER/) },
      otherDossiers: expect.not.arrayContaining([genuine]),
    });
    const granted = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
    const { half } = await act('belarus', liaison(), 'proposeAnswer', granted);
    const decision = { request: id, version: half.version, approves: true };
    await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    world.pass(8 * hour);
    await world.settle();
    expect(await shownOf(id)).toMatchObject({ state: 'GRANTED' });
    expect((await world.BELARUS.models.dossiers.findById(genuine).lean())?.releases).toHaveLength(1);
  });

  test('lets an officer of one of them propose twenty answers in a day, and one of another turn down as many as there are', async () => {
    const id = await world.accepted(by('Подменная'), { classes: ['IDENTITY', 'CASE'] });
    const other = (role: 'LIAISON' | 'SUPERVISOR') =>
      world.as('BELARUS', role).called('crowding').for('INVESTIGATION', otherCase);
    const granted = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
    for (let n = 0; n < 20; n++) {
      const { half, problems } = await act('belarus', other('LIAISON'), 'proposeAnswer', granted);
      expect(problems).toEqual([]);
      const supervisor = world.as('BELARUS', 'SUPERVISOR').called('of the case');
      const no = { request: id, version: half.version, approves: false };
      expect((await act('belarus', supervisor, 'decideAnswer', no)).problems).toEqual([]);
    }
    expect((await act('belarus', other('LIAISON'), 'proposeAnswer', granted)).codes).toEqual(['QUOTA_SPENT']);
    const days = world.BELARUS.models.officerDays;
    expect(await days.countDocuments({ _id: / of the case$/, turnedDown: { $gt: 0 } })).toBe(0);
    expect((await act('belarus', liaison(), 'proposeAnswer', granted)).problems).toEqual([]);
  });

  test('that there is not, that is dark, and that nobody answers on, is the same to the byte over a whole life', async () => {
    const ids: string[] = [];
    for (const surname of ['Небывалова', 'Прыгажуноў', 'Терещук']) ids.push(await world.sent(by(surname)));
    const transcripts: unknown[][] = ids.map(() => []);
    const look = async () => {
      for (const [index, id] of ids.entries()) transcripts[index]?.push(await shownOf(id), await toldOf(id));
    };
    await look();
    const question = { text: 'Which year?' };
    for (const request of ids)
      await actInWords(world, 'belarus', 'questionRequest', { request, ...question });
    await world.settle();
    const answer = { text: 'The one named' };
    for (const request of ids) await actInWords(world, 'russia', 'clarifyRequest', { request, ...answer });
    await world.settle();
    await look();
    for (const request of ids) await act('belarus', liaison(), 'acceptRequest', { request });
    await world.settle();
    for (const hours of [4, 4]) {
      world.pass(hours * hour);
      // Without the channel the asking agency sees the end by itself.
      await look();
      await world.settle();
      await look();
    }
    for (const transcript of transcripts) expect(transcript).toEqual(transcripts[0]);
    const { state, endedAt, deadline } = await shownOf(ids[0] ?? '');
    expect([state, endedAt]).toEqual(['NO_DATA', deadline]);
    // The dark one and the one that there is not have left the lists of Belarus's officers together.
    expect(await box('belarus', liaison(), 'RECEIVED')).not.toEqual(expect.arrayContaining(ids.slice(0, 1)));
    expect(await box('belarus', liaison(), 'RECEIVED')).not.toEqual(expect.arrayContaining(ids.slice(1, 2)));
  });

  test('counts as a search of its case and its agency, whatever it finds', async () => {
    const budgets = async () => {
      const found = await world.BELARUS.models.budgets.find().sort({ _id: 1 }).lean();
      return found.map(({ scope, of, searches, persons }) => ({ scope, of, searches, persons }));
    };
    // The budgets of a new day.
    world.pass(24 * hour);
    const before = await budgets();
    await world.sent(by('Терещук'), { classes: ['VICTIM'] });
    await world.sent(by('Небывалова'), { classes: ['VICTIM'] });
    expect((await budgets()).slice(before.length)).toEqual([
      { scope: 'AGENCY', of: undefined, searches: 2, persons: [] },
      { scope: 'CASE', of: caseOf.RUSSIA, searches: 2, persons: [] },
    ]);
  });

  test('the same criteria are asked by once at a time', async () => {
    const draft = () =>
      act('russia', world.as('RUSSIA', 'ANALYST'), 'draftRequest', {
        ...draftOf(by('Терещук')),
        classes: ['TECHNICAL'],
      });
    const first = await draft();
    const again = await draft();
    expect([first.isRepeat, again.isRepeat, again.id]).toEqual([false, true, first.id]);
  });
});
