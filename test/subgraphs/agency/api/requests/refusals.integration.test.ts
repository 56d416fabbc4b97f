import { caseOf } from '../../../../support/world/cases.ts';
import {
  act,
  actInWords,
  bareDossier,
  box,
  draftOf,
  hour,
  read,
  type TwoAgencies,
  twoAgencies,
  untilOf,
} from './support.ts';

const known = 'BY-REF5ED00000000001';
const ofAnotherCase = 'BY-REF5ED00000000002';

let world: TwoAgencies;
let hit: string;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(ofAnotherCase, { cases: ['BY-2026-000777'] })]);
  hit = await world.hit(known);
});

const investigator = () => world.as('RUSSIA', 'INVESTIGATOR');
const liaison = () => world.as('BELARUS', 'LIAISON');
const supervisor = () => world.as('BELARUS', 'SUPERVISOR');
const wrongState = [{ path: 'request', code: 'WRONG_STATE' }];
const ended = [{ path: 'request', code: 'REQUEST_ENDED' }];

describe('two officers', () => {
  test('draft and authorise', async () => {
    const both = world.as('RUSSIA', 'INVESTIGATOR', 'SUPERVISOR').called('both');
    const { id } = await act('russia', both, 'draftRequest', { ...draftOf({ hit }), classes: ['VICTIM'] });
    const own = await act('russia', both, 'authoriseRequest', { request: id });
    expect(own.problems).toEqual([{ path: 'request', code: 'SAME_OFFICER' }]);
    const other = await act('russia', world.as('RUSSIA', 'SUPERVISOR'), 'authoriseRequest', { request: id });
    expect(other.half.state).toBe('SENT');
  });

  test('propose and decide', async () => {
    const id = await world.accepted({ hit }, { urgency: 'OTHER' });
    const both = world.as('BELARUS', 'LIAISON', 'SUPERVISOR').called('both');
    const { half } = await act('belarus', both, 'proposeAnswer', {
      request: id,
      kind: 'REFUSED',
      ground: 'SAFETY',
    });
    const decision = { request: id, version: half.version, approves: true };
    const own = await act('belarus', both, 'decideAnswer', decision);
    expect(own.problems).toEqual([{ path: 'request', code: 'SAME_OFFICER' }]);
    const decided = await Promise.all([
      act('belarus', supervisor().called('one'), 'decideAnswer', decision),
      act('belarus', supervisor().called('other'), 'decideAnswer', decision),
    ]);
    // Of two decisions at once, from one version, one is taken.
    const names = decided.map(({ outcome }) => outcome?.__typename).sort();
    expect(names[0]).toBe('RecordedRequest');
    expect(['StaleVersion', 'InvalidInput']).toContain(names[1] === 'RecordedRequest' ? '' : names[1]);
    await world.settle();
    const { half: told } = await read('russia', investigator(), id);
    expect(told).toMatchObject({
      state: 'REFUSED',
      answer: { ground: 'SAFETY', classes: null, release: null },
    });
  });
});

describe('an answer is refused', () => {
  let id: string;
  beforeAll(async () => {
    id = await world.accepted({ hit }, { classes: ['IDENTITY', 'CONTACT'], urgency: 'URGENT' });
  });
  const propose = (given: object) => act('belarus', liaison(), 'proposeAnswer', { request: id, ...given });

  test.each([
    ['without the ground of a refusal', { kind: 'REFUSED' }, ['ground MISSING']],
    ['without the end of a release', { kind: 'GRANTED' }, ['until MISSING']],
    [
      'of classes that were not asked',
      { kind: 'PARTIAL', classes: ['VICTIM'] },
      ['until MISSING', 'withheld INCONSISTENT'],
    ],
    ['with H3 and no remark', { kind: 'NO_DATA', handling: 'H3' }, ['remark MISSING']],
    ['on its form, which is in order', { kind: 'IMPOSSIBLE' }, ['request WRONG_STATE']],
    [
      'in part that is the whole',
      { kind: 'PARTIAL', classes: ['CONTACT', 'IDENTITY'], withheld: [] },
      ['until MISSING'],
    ],
  ])('%s', async (_, given, expected) => {
    const { problems } = await propose(given);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  test('for a class that is never released for that purpose, and in the past', async () => {
    const never = await world.accepted({ hit }, { classes: ['TACTICAL'], urgency: 'URGENT' });
    const past = new Date(world.now.getTime() - hour).toISOString();
    const given = { request: never, kind: 'GRANTED', until: past };
    const investigating = await act('belarus', liaison(), 'proposeAnswer', given);
    expect(investigating.problems.map(({ code }) => code)).toContain('RELEASE_PAST');
  });

  test('in part names each class that stays closed, with its ground', async () => {
    const given = {
      kind: 'PARTIAL',
      classes: ['IDENTITY'],
      until: untilOf(world.now),
      withheld: [{ class: 'CONTACT', ground: 'ONGOING_INVESTIGATION' }],
      remark: 'The phone is being listened to',
    };
    const { half } = await propose(given);
    expect(half.proposal).toMatchObject({ kind: 'PARTIAL', withheld: given.withheld, remark: given.remark });
    const stale = { request: id, version: half.version - 1, approves: true };
    expect((await act('belarus', supervisor(), 'decideAnswer', stale)).outcome).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: half.version,
    });
    await act('belarus', supervisor(), 'decideAnswer', { ...stale, version: half.version });
    await world.settle();
    expect((await read('russia', investigator(), id)).half).toMatchObject({
      state: 'PARTIAL',
      answer: { classes: ['IDENTITY'], withheld: given.withheld, remark: given.remark, handling: 'H0' },
    });
  });
});

describe('a release that would have ended', () => {
  const past = [{ path: 'request', code: 'RELEASE_PAST' }];
  const proposed = async (request: string, hours: number) => {
    const until = new Date(world.now.getTime() + hours * hour).toISOString();
    const { half } = await act('belarus', liaison(), 'proposeAnswer', { request, kind: 'GRANTED', until });
    return { request, version: half.version, approves: true };
  };

  test('before it begins is not granted: neither when it is decided on too late, nor when it waits for the deadline', async () => {
    const held = await proposed(await world.accepted({ hit }, { classes: ['CONTACT'] }), 1);
    const waiting = await proposed(
      await world.accepted({ dossier: known }, { classes: ['CONTACT'], urgency: 'OTHER' }),
      24,
    );
    world.pass(2 * hour);
    for (const decision of [held, waiting])
      expect((await act('belarus', supervisor(), 'decideAnswer', decision)).problems).toEqual(past);
  });

  test('later than it begins is', async () => {
    const decision = await proposed(await world.accepted({ hit }, { classes: ['IDENTITY'] }), 1);
    expect((await act('belarus', supervisor(), 'decideAnswer', decision)).half.state).toBe('GRANTED');
  });
});

describe('a withdrawal', () => {
  const supervisorOf = (number: string) => world.as('RUSSIA', 'SUPERVISOR').for('INVESTIGATION', number);

  test('is for officers of the request’s case, whom its events name: a supervisor of another one ends none', async () => {
    const id = await world.sent({ hit }, { classes: ['FINANCIAL'] });
    for (const other of [supervisorOf('RU-2026-999123'), world.as('RUSSIA', 'SUPERVISOR').for('PREVENTION')])
      expect((await act('russia', other, 'withdrawRequest', { request: id })).codes).toEqual(['FORBIDDEN']);
    await world.settle();
    expect((await read('russia', investigator(), id)).half.state).toBe('RECEIVED');
    const own = supervisorOf(caseOf.RUSSIA).called('of the case');
    expect((await act('russia', own, 'withdrawRequest', { request: id })).codes).toEqual([]);
    await world.settle();
    const { half } = await read('russia', investigator(), id);
    expect(half.state).toBe('WITHDRAWN');
    expect(half.events.at(-1)).toMatchObject({ kind: 'ENDED', by: 'of the case' });
    const abroad = await read('belarus', liaison(), id);
    expect(abroad.half.state).toBe('WITHDRAWN');
    expect(JSON.stringify(abroad)).not.toContain('of the case');
  });

  test('of a draft of another case is refused too', async () => {
    const { id } = await act('russia', investigator(), 'draftRequest', {
      ...draftOf({ hit }),
      classes: ['CASE'],
    });
    const other = supervisorOf('RU-2026-999123');
    expect((await act('russia', other, 'withdrawRequest', { request: id })).codes).toEqual(['FORBIDDEN']);
    expect(
      (await act('russia', supervisorOf(caseOf.RUSSIA), 'withdrawRequest', { request: id })).codes,
    ).toEqual([]);
  });
});

describe('after its end', () => {
  test('nothing is decided on a request that was withdrawn', async () => {
    const id = await world.accepted({ hit }, { classes: ['FINANCIAL', 'IDENTITY'] });
    const answer = { request: id, kind: 'REFUSED', ground: 'SECURITY' };
    const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
    await act('russia', investigator(), 'withdrawRequest', { request: id });
    await world.settle();
    const decision = { request: id, version: half.version + 1, approves: true };
    expect((await act('belarus', supervisor(), 'decideAnswer', decision)).problems).toEqual(ended);
    expect((await read('russia', investigator(), id)).half.state).toBe('WITHDRAWN');
  });

  test('of five days without an answer to a question nothing is clarified, and no later date is set', async () => {
    const id = await world.sent({ hit }, { classes: ['CASE', 'IDENTITY'] });
    await actInWords(world, 'belarus', 'questionRequest', { request: id, text: 'Which number?' });
    await world.settle();
    expect((await read('russia', investigator(), id)).half).toMatchObject({
      state: 'CLARIFICATION',
      question: 'Which number?',
      deadline: null,
    });
    world.pass(5 * 24 * hour);
    await world.settle();
    const late = await act('russia', world.as('RUSSIA', 'LIAISON'), 'clarifyRequest', {
      request: id,
      text: 'A',
    });
    const until = new Date(world.now.getTime() + 9 * hour).toISOString();
    const longer = await act('belarus', liaison(), 'extendRequest', { request: id, until, reason: 'Much' });
    expect([late.problems, longer.problems]).toEqual([ended, ended]);
    for (const half of [
      (await read('russia', investigator(), id)).half,
      (await read('belarus', liaison(), id)).half,
    ])
      expect(half.state).toBe('LAPSED');
  });

  test('a second later date, and one after the deadline, are refused; OVERDUE is a flag at both', async () => {
    const fresh = await world.hit(known);
    const id = await world.accepted({ hit: fresh }, { classes: ['CASE', 'CONTACT'] });
    const inHours = (hours: number) => new Date(world.now.getTime() + hours * hour).toISOString();
    const extend = (hours: number) =>
      actInWords(world, 'belarus', 'extendRequest', { request: id, until: inHours(hours), reason: 'Much' });
    expect((await extend(7)).problems).toEqual([{ path: 'until', code: 'OUT_OF_RANGE' }]);
    expect((await extend(20)).half.deadline).toBe(inHours(20));
    expect((await extend(30)).problems).toEqual(wrongState);
    await world.settle();
    world.pass(20 * hour);
    await world.settle();
    for (const half of [
      (await read('russia', investigator(), id)).half,
      (await read('belarus', liaison(), id)).half,
    ])
      expect(half).toMatchObject({ state: 'RECEIVED', isOverdue: true, extensionReason: 'Much' });
    const late = await world.accepted({ hit: fresh }, { classes: ['CASE', 'TECHNICAL'] });
    world.pass(9 * hour);
    const until = inHours(9);
    expect(
      (await act('belarus', liaison(), 'extendRequest', { request: late, until, reason: 'Much' })).problems,
    ).toEqual(wrongState);
  });
});

describe('an officer', () => {
  test('of another case, of another agency or without a role for it is told of no request', async () => {
    const fresh = await world.hit(known);
    const id = await world.sent({ hit: fresh }, { classes: ['CASE', 'VICTIM'] });
    const others = [
      ['russia', investigator().for('INVESTIGATION', 'RU-2026-000099')],
      ['russia', world.as('RUSSIA', 'PARTNER')],
      ['belarus', world.as('BELARUS', 'INVESTIGATOR')],
      ['belarus', world.BELARUS.as('RUSSIA', 'SUPERVISOR').at(world.now)],
    ] as const;
    for (const [own, officer] of others) expect((await read(own, officer, id)).half).toBeUndefined();
    expect((await read('belarus', liaison(), id)).half).toMatchObject({ state: 'RECEIVED' });
    expect((await read('russia', investigator(), id)).half).toMatchObject({ state: 'RECEIVED' });
  });

  test('who may not read CASE of the dossier loses its request once the form is in order', async () => {
    const id = await world.sent({ hit: await world.hit(ofAnotherCase) });
    await act('belarus', liaison(), 'acceptRequest', { request: id });
    expect((await read('belarus', liaison(), id)).half).toBeUndefined();
    const onCase = liaison().for('INVESTIGATION', 'BY-2026-000777');
    expect((await read('belarus', onCase, id)).half).toMatchObject({ dossier: { id: ofAnotherCase } });
    expect(await box('belarus', onCase, 'RECEIVED', ['RECEIVED'])).toContain(id);
    expect(await box('belarus', liaison(), 'RECEIVED', ['RECEIVED'])).not.toContain(id);
    const until = untilOf(world.now);
    const unknown = await act('belarus', liaison(), 'proposeAnswer', { request: id, kind: 'GRANTED', until });
    expect(unknown.outcome).toMatchObject({ __typename: 'UnknownRecord' });
  });
});
