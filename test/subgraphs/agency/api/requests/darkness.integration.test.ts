import { readEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import {
  act,
  actInWords,
  box,
  hour,
  read,
  type ToldHalf,
  type TwoAgencies,
  twoAgencies,
  untilOf,
} from './support.ts';

const seen = 'BY-V1S1B1E000000001';
const dark = 'BY-DARK0000000000001';
const cleared = 'BY-C1EARED000000001';
const late = 'BY-1ATEDARK0000000001';
const named = 'BY-NAMED000000000001';
const decided = 'BY-DEC1DED0000000001';
const takenBack = 'BY-TAKENBACK000000001';
const none = 'BY-N0NE0000000000001';
const plain = { cases: [caseOf.BELARUS], releases: [], links: [] };
const { status } = dossierOf(seen);

/** A link that Russia has told of by the dossier's id, as officers of Belarus have decided on it if they have. */
const linkOf = (own: DossierRecord['links'][number]['own']): Pick<DossierRecord, 'links'> => ({
  links: [
    {
      agency: 'RUSSIA',
      dossier: 'RU-THR0WNAWAY0000001',
      isKnownById: true,
      own,
      told: { decision: 'DIFFERENT', number: 1 },
    },
  ],
});

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([
    dossierOf(seen, { ...plain, handlingCode: 'ON_RELEASE' }),
    dossierOf(late, { ...plain, handlingCode: 'ON_RELEASE' }),
    dossierOf(dark, { ...plain, handlingCode: 'ORIGINATOR_ONLY' }),
    dossierOf(named, { ...plain, handlingCode: 'ON_RELEASE', ...linkOf({ decision: 'NONE' }) }),
    dossierOf(decided, {
      ...plain,
      handlingCode: 'ON_RELEASE',
      ...linkOf({ decision: 'DIFFERENT', decidedAt: new Date() }),
    }),
    dossierOf(takenBack, {
      ...plain,
      handlingCode: 'ON_RELEASE',
      ...linkOf({ decision: 'NONE', decidedAt: new Date() }),
    }),
    dossierOf(cleared, { ...plain, handlingCode: 'SHAREABLE', status: { ...status, stage: 'ACQUITTED' } }),
  ]);
});

/** All that Belarus has told of a request, without its name. */
async function toldOf(id: string): Promise<string[]> {
  const sent = await world.BELARUS.models.outbox.find().sort({ number: 1 }).lean();
  return sent
    .map(({ event }) => readEvent(event))
    .filter((event) => event?.subject === id)
    .map((event) => JSON.stringify([event?.type, event?.at, event?.data]).replaceAll(id, 'ID'));
}

/** The request as Russia's officers see it, without its name and what they asked by. */
async function shownOf(id: string): Promise<Omit<ToldHalf, 'subject'>> {
  const { half } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id);
  const { subject: _, ...rest } = half;
  return rest;
}

const liaison = () => world.as('BELARUS', 'LIAISON');

describe('a subject that there is not, a dark one, and one of a person who was cleared', () => {
  const subjects = [{ dossier: none }, { dossier: dark }, { dossier: cleared }];

  /** Sends a request on each, and does the same with all of them. */
  async function live(steps: (id: string) => Promise<unknown>) {
    const ids: string[] = [];
    for (const subject of subjects) ids.push(await world.sent(subject));
    const transcripts: unknown[][] = ids.map(() => []);
    const look = async () => {
      for (const [index, id] of ids.entries()) transcripts[index]?.push(await shownOf(id), await toldOf(id));
    };
    await look();
    for (const id of ids) await steps(id);
    await world.settle();
    await look();
    for (const hours of [4, 4]) {
      world.pass(hours * hour);
      await world.settle();
      await look();
    }
    return { ids, transcripts };
  }

  test('are alike to the byte over a whole life, its times included', async () => {
    const { ids, transcripts } = await live((id) =>
      act('belarus', liaison(), 'acceptRequest', { request: id }),
    );
    for (const transcript of transcripts) expect(transcript).toEqual(transcripts[0]);
    const { half } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), ids[0] ?? '');
    expect(half).toMatchObject({ state: 'NO_DATA', endedAt: half.deadline, isOverdue: false });
  });

  test('and with a question about the form, and a refusal on the form', async () => {
    const { ids, transcripts } = await live(async (id) => {
      await actInWords(world, 'belarus', 'questionRequest', { request: id, text: 'Which number?' });
      await world.settle();
      await actInWords(world, 'russia', 'clarifyRequest', { request: id, text: 'The first' });
      await world.settle();
      const answer = { request: id, kind: 'REFUSED', ground: 'INCOMPLETE' };
      const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
      const decision = { request: id, version: half.version, approves: true };
      await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    });
    for (const transcript of transcripts) expect(transcript).toEqual(transcripts[0]);
    const { half } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), ids[0] ?? '');
    expect(half).toMatchObject({ state: 'REFUSED', endedAt: half.deadline });
  });

  test('leave the lists of Belarus’s officers together, once the form is in order', async () => {
    const ids: string[] = [];
    for (const subject of subjects) ids.push(await world.sent(subject, { urgency: 'URGENT' }));
    expect((await box('belarus', liaison(), 'RECEIVED')).slice(0, 3).sort()).toEqual([...ids].sort());
    for (const id of ids) await act('belarus', liaison(), 'acceptRequest', { request: id });
    for (const officer of [liaison(), world.as('BELARUS', 'SUPERVISOR')]) {
      expect((await box('belarus', officer, 'RECEIVED')).filter((id) => ids.includes(id))).toEqual([]);
      for (const id of ids) expect((await read('belarus', officer, id)).half).toBeUndefined();
    }
    // An overseer sees that they were received, and nothing of what they are about.
    const overseer = world.as('BELARUS', 'OVERSEER');
    const [first, ...others] = await Promise.all(ids.map((id) => read('belarus', overseer, id)));
    expect(first?.half).toMatchObject({
      case: null,
      subject: null,
      dossier: null,
      necessity: null,
      offence: null,
    });
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('where the asking agency held nothing', () => {
  test.each([
    [
      'told of alone waits for the deadline: its own word is no proof that it knows the dossier',
      named,
      'RECEIVED',
    ],
    ['told of, and this one decided on, comes at once', decided, 'REFUSED'],
    ['told of, and this one decided on and withdrew, waits for the deadline', takenBack, 'RECEIVED'],
  ])('an answer on a dossier with a link that the asking agency has %s', async (_what, dossier, state) => {
    const id = await world.accepted({ dossier });
    const answer = { request: id, kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' };
    const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
    const decision = { request: id, version: half.version, approves: true };
    await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    await world.settle();
    const { half: shown } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id);
    expect(shown.state).toBe(state);
  });

  test('a dossier that nobody decides on ends as if there were none', async () => {
    const ids = [
      await world.sent({ dossier: seen }),
      await world.sent({ dossier: none }, { classes: ['CASE'] }),
    ];
    for (const id of ids) await act('belarus', liaison(), 'acceptRequest', { request: id });
    const until = untilOf(world.now);
    await act('belarus', liaison(), 'proposeAnswer', { request: ids[0], kind: 'GRANTED', until });
    world.pass(8 * hour);
    await world.settle();
    const [one, other] = await Promise.all(ids.map(toldOf));
    expect(one).toEqual(other);
    expect(one).toHaveLength(1);
  });

  test('an answer that was decided takes effect at the deadline, and not before', async () => {
    const id = await world.accepted({ dossier: seen }, { classes: ['IDENTITY'] });
    const until = untilOf(world.now);
    const { half } = await act('belarus', liaison(), 'proposeAnswer', {
      request: id,
      kind: 'GRANTED',
      until,
    });
    const decision = { request: id, version: half.version, approves: true };
    await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
    await world.settle();
    const releases = async () => (await world.BELARUS.models.dossiers.findById(seen).lean())?.releases ?? [];
    expect([await toldOf(id), await releases()]).toEqual([[], []]);
    world.pass(8 * hour);
    await world.settle();
    expect(await releases()).toMatchObject([
      {
        grantedBy: 'belarus-supervisor',
        proposedBy: 'belarus-liaison',
        case: caseOf.RUSSIA,
        classes: ['IDENTITY'],
      },
    ]);
    const shown = await shownOf(id);
    expect(shown).toMatchObject({ state: 'GRANTED', endedAt: shown.deadline, answer: { kind: 'GRANTED' } });
  });

  test('no later date can be set, which would tell that there is something to decide on', async () => {
    const id = await world.accepted({ dossier: seen }, { classes: ['CONTACT'] });
    const until = new Date(world.now.getTime() + 20 * hour).toISOString();
    const { problems } = await act('belarus', liaison(), 'extendRequest', {
      request: id,
      until,
      reason: 'Much',
    });
    expect(problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
    const held = await world.accepted({ hit: await world.hit(seen) }, { classes: ['CONTACT'] });
    const extended = await actInWords(world, 'belarus', 'extendRequest', {
      request: held,
      until,
      reason: 'Much',
    });
    expect(extended.half.deadline).toBe(until);
  });
});

describe('before the form was found in order', () => {
  /** All that an officer of Belarus is told of a request, without its name and the time at which it came. */
  async function toldAtHome(id: string, officer: Officer) {
    const { half } = await read('belarus', officer, id);
    const document = `{ belarus { waiting(first: 100) { nodes { kind due ... on WaitingRequest { request { id } } } }
      notices(first: 100) { nodes { kind part request } } } }`;
    const { data } = await officer.run(document);
    const of = (nodes: { request?: { id: string } | string | null }[]) =>
      nodes.filter(({ request }) => JSON.stringify(request)?.includes(id));
    const lists: string[] = [];
    for (const state of ['RECEIVED', 'NO_DATA', 'REFUSED', 'WITHDRAWN'])
      if ((await box('belarus', officer, 'RECEIVED', [state])).includes(id)) lists.push(state);
    const { waiting, notices } = data.belarus;
    const told = { half, lists, waiting: of(waiting.nodes), notices: of(notices.nodes) };
    return JSON.stringify(told).replaceAll(id, 'ID');
  }

  test('own officers see a held, a visible, a dark and no record alike, past the deadline too', async () => {
    world.pass(24 * hour);
    const changed = { classes: ['CASE', 'VICTIM'] };
    const ids: string[] = [];
    for (const subject of [
      { hit: await world.hit(seen) },
      { dossier: seen },
      { dossier: dark },
      { dossier: none },
    ])
      ids.push(await world.sent(subject, changed));
    for (const hours of [0, 4, 3.5, 1, 30]) {
      world.pass(hours * hour);
      await world.settle();
      for (const role of ['LIAISON', 'SUPERVISOR'] as const) {
        const [first, ...others] = await Promise.all(
          ids.map((id) => toldAtHome(id, world.as('BELARUS', role))),
        );
        for (const other of others) expect(other).toBe(first);
      }
    }
    const shown = async (id: string) => (await read('belarus', liaison(), id)).half;
    const { state, isOverdue, version } = await shown(ids[2] ?? '');
    expect([state, isOverdue, version]).toEqual(['RECEIVED', true, 1]);
    // To ask about the form is too late; to accept it is not.
    for (const request of ids) {
      const late = await act('belarus', liaison(), 'questionRequest', { request, text: 'Which number?' });
      expect(late.problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
      const accepted = await act('belarus', liaison(), 'acceptRequest', { request });
      expect(accepted.outcome).toMatchObject({ of: request });
    }
    const after = await Promise.all(ids.map(shown));
    expect(after.map((half) => half && [half.state, half.isOverdue])).toEqual([
      ['RECEIVED', true],
      ['NO_DATA', false],
      undefined,
      undefined,
    ]);
  });

  test('a later date is refused alike, whatever there is', async () => {
    const ids = [
      await world.sent({ dossier: none }, { classes: ['CASE'] }),
      await world.sent({ dossier: dark }, { classes: ['CASE'] }),
      await world.sent({ dossier: seen }, { classes: ['CASE'] }),
      await world.sent({ hit: await world.hit(seen) }, { classes: ['CASE'] }),
    ];
    const answers = [];
    for (const request of ids) {
      const { outcome, codes } = await act('belarus', liaison(), 'extendRequest', {
        request,
        until: untilOf(world.now),
        reason: 'It takes longer',
      });
      answers.push({ outcome, codes });
    }
    expect(answers[0]?.outcome).toMatchObject({ problems: [{ path: 'request', code: 'WRONG_STATE' }] });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('the step that takes a request out of an officer’s lists is answered again under its key', async () => {
    const request = await world.sent({ dossier: dark }, { classes: ['FINANCIAL'] });
    const officer = () => liaison().withKey('accepts it once');
    const [one, other] = [
      await act('belarus', officer(), 'acceptRequest', { request }),
      await act('belarus', officer(), 'acceptRequest', { request }),
    ];
    expect([one.id, other.id]).toEqual([request, request]);
    expect(other.half ?? null).toBeNull();
    expect((await act('belarus', liaison(), 'acceptRequest', { request })).outcome).toMatchObject({
      unknown: request,
    });
  });
});

test('a refusal that was decided is not told of a dossier that has become dark before the deadline', async () => {
  const ids = [
    await world.accepted({ dossier: late }),
    await world.accepted({ dossier: none }, { classes: ['VICTIM'] }),
  ];
  const [request = ''] = ids;
  const answer = { request, kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' };
  const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
  const decision = { request, version: half.version, approves: true };
  const decided = await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
  expect(decided.half.state).toBe('RECEIVED');
  await world.BELARUS.models.dossiers.updateOne({ _id: late }, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
  world.pass(8 * hour);
  await world.settle();
  const told = await Promise.all(ids.map(toldOf));
  expect(told[0]).toEqual(told[1]);
  const { half: shown } = await read('russia', world.as('RUSSIA', 'SUPERVISOR'), request);
  expect(shown).toMatchObject({ state: 'NO_DATA', answer: { kind: 'NO_DATA' }, endedAt: shown.deadline });
});
