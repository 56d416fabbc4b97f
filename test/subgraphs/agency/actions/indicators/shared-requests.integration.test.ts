import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { RequestRecord } from '../../../../../subgraphs/agency/records/requests/request-record.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, draftOf, type RequestAction, read, untilOf } from '../../api/requests/support.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld();
});

const otherCase = 'BY-2026-000999';
let values = 0;

/**
 * A domain that dossiers of Belarus hold, each in the cases given, recorded in that order, and one of Russia. @returns the reference by which Russia
 * names what Belarus holds
 */
async function heldIn(...casesOfEach: string[][]) {
  values += 1;
  const things = [domain(`asked-about-${values}.example.net`)];
  const idAt = (prefix: string, n: number) => `${prefix}-A5KED${values}${String(n).padStart(10, '0')}`;
  const dossiers = casesOfEach.map((cases, n) => holding(idAt('BY', n + 1), things, { cases }));
  const there = holding(idAt('RU', 1), things);
  for (const dossier of dossiers) await world.record('BELARUS', dossier);
  await world.record('RUSSIA', there);
  await world.rounds(3);
  const alert = (await world.alerts('RUSSIA')).find(({ dossiers: [first] }) => first?.id === there._id);
  if (!alert) throw new Error('no alert was raised');
  return { things, idAt, dossiers, reference: alert.reference };
}

/** The same that two cases hold, the other one first. */
async function heldByTwo() {
  const { dossiers, reference } = await heldIn([otherCase], [caseOf.BELARUS]);
  const [first, second] = dossiers as [DossierRecord, DossierRecord];
  return { first, second, reference };
}

async function asked(reference: string): Promise<string> {
  const investigator = world.as('RUSSIA', 'INVESTIGATOR');
  const { id } = await act('russia', investigator, 'draftRequest', draftOf({ hit: reference }));
  await act('russia', world.as('RUSSIA', 'SUPERVISOR'), 'authoriseRequest', { request: id });
  await world.handOver();
  return id;
}

/** A step of an officer of Belarus's on one of the two cases. */
const step = (role: Role, name: string, number: string, action: RequestAction, input: object) =>
  act('belarus', world.as('BELARUS', role).called(name).for('INVESTIGATION', number), action, input);
const seenBy = async (number: string, id: string) =>
  (await read('belarus', world.as('BELARUS', 'LIAISON').for('INVESTIGATION', number), id)).half;

/** A supervisor's yes or no to the answer that was proposed, or decided on. */
async function decides(name: string, number: string, request: string, approves: boolean) {
  const { version } = await seenBy(number, request);
  return step('SUPERVISOR', name, number, 'decideAnswer', { request, version, approves });
}

/** The end of the request at Russia, once all that Belarus has to say was told. */
async function toldRussia(id: string): Promise<string> {
  await world.handOver();
  const { half } = (await world.of.RUSSIA.models.requests.findById(id).lean<RequestRecord>()) ?? {};
  return half?.end?.kind ?? 'none yet';
}

describe('a request by the reference of a warning that two cases hold', () => {
  test('is for the officers of both, each of whom reads their own dossier', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    expect((await seenBy(otherCase, request)).dossier).toEqual({ id: first._id });
    expect((await seenBy(caseOf.BELARUS, request)).dossier).toEqual({ id: second._id });
    expect(await seenBy('BY-2026-000555', request)).toBeUndefined();
    // A supervisor, who knows of the dossiers of all cases, is shown the own one first.
    const supervisor = world.as('BELARUS', 'SUPERVISOR').for('INVESTIGATION', caseOf.BELARUS);
    expect((await read('belarus', supervisor, request)).half).toMatchObject({
      dossier: { id: second._id },
      otherDossiers: [first._id],
    });
  });

  test('is for the other’s officers alone where one is hidden when its form is found in order', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    const { dossiers, requests } = world.of.BELARUS.models;
    await dossiers.updateOne({ _id: first._id }, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
    await step('LIAISON', 'xenia', otherCase, 'acceptRequest', { request });
    await dossiers.updateOne({ _id: first._id }, { $set: { handlingCode: 'ON_RELEASE' } });
    expect((await requests.findById(request).lean())?.dossier).toBe(second._id);
    expect(await seenBy(otherCase, request)).toBeUndefined();
    expect((await seenBy(caseOf.BELARUS, request)).dossier).toEqual({ id: second._id });
  });

  test('waits for the officers of a dossier too that was recorded since its form was found in order', async () => {
    const { things, idAt, reference } = await heldIn([caseOf.BELARUS]);
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    const later = holding(idAt('BY', 2), things, { cases: [otherCase] });
    await world.record('BELARUS', later);
    await world.rounds(1);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', { request, kind: 'NO_DATA' });
    await decides('sofia', caseOf.BELARUS, request, true);
    expect(await toldRussia(request)).toBe('none yet');
    expect((await seenBy(otherCase, request)).dossier).toEqual({ id: later._id });
  });

  test('is answered at once by the others’ officers where one is hidden since, which it keeps', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    const { dossiers, requests } = world.of.BELARUS.models;
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    expect((await requests.findById(request).lean())?.others).toEqual([second._id]);
    await dossiers.updateOne({ _id: first._id }, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
    await step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', { request, kind: 'NO_DATA' });
    expect(await requests.findById(request).lean()).toMatchObject({
      dossier: second._id,
      others: [first._id],
      cases: [caseOf.BELARUS, otherCase],
    });
    await decides('sofia', caseOf.BELARUS, request, true);
    expect(await toldRussia(request)).toBe('NO_DATA');
  });

  test.each(['by decision', 'at the deadline'])(
    'releases no other dossier where the one that was to be answered about is hidden meanwhile, %s',
    async (when) => {
      const { first, second, reference } = await heldByTwo();
      const request = await asked(reference);
      const { dossiers, requests } = world.of.BELARUS.models;
      await step('LIAISON', 'lena', otherCase, 'acceptRequest', { request });
      const granted = { request, kind: 'GRANTED', until: untilOf(world.now), dossier: first._id };
      await step('LIAISON', 'lena', otherCase, 'proposeAnswer', granted);
      const isDecidedBefore = when === 'at the deadline';
      const { version } = await seenBy(otherCase, request);
      const decide = () =>
        step('SUPERVISOR', 'sofia', otherCase, 'decideAnswer', { request, version, approves: true });
      if (isDecidedBefore) expect((await decide()).problems).toEqual([]);
      await dossiers.updateOne({ _id: first._id }, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
      if (isDecidedBefore) {
        const taken = { request, version: (await seenBy(caseOf.BELARUS, request)).version };
        expect((await step('LIAISON', 'lev', caseOf.BELARUS, 'takeUpRequest', taken)).problems).toEqual([]);
      } else expect((await decide()).problems).toMatchObject([{ code: 'NOT_PROPOSED' }]);
      world.pass(9 * 3_600_000);
      await world.of.BELARUS.settleRequests(world.now);
      const released = await dossiers.find({ _id: { $in: [first._id, second._id] } }).lean();
      expect(released.flatMap(({ releases }) => releases)).toEqual([]);
      expect(await toldRussia(request)).toBe('none yet');
      // The officers of the other one answer it still.
      await step('LIAISON', 'lev', caseOf.BELARUS, 'proposeAnswer', { request, kind: 'NO_DATA' });
      expect((await decides('semyon', caseOf.BELARUS, request, true)).problems).toEqual([]);
      await world.of.BELARUS.settleRequests(world.now);
      expect(await toldRussia(request)).toBe('NO_DATA');
      expect((await requests.findById(request).lean())?.dossier).toBe(second._id);
    },
  );

  test('loses what was decided about one, which is hidden meanwhile, only to another answer, and says so', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    const { dossiers } = world.of.BELARUS.models;
    const hide = (handlingCode: string) => dossiers.updateOne({ _id: first._id }, { $set: { handlingCode } });
    const granted = { request, kind: 'GRANTED', until: untilOf(world.now) };
    const none = { request, kind: 'NO_DATA' };
    await step('LIAISON', 'lena', otherCase, 'acceptRequest', { request });
    await step('LIAISON', 'lena', otherCase, 'proposeAnswer', granted);
    expect((await decides('sofia', otherCase, request, true)).problems).toEqual([]);
    await hide('ORIGINATOR_ONLY');
    // Of the hidden one nothing can be told, nor is another one answered about in its place.
    expect((await step('LIAISON', 'lena', otherCase, 'proposeAnswer', none)).problems).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    const proposed = await step('SUPERVISOR', 'semyon', caseOf.BELARUS, 'proposeAnswer', none);
    expect(proposed.problems).toEqual([]);
    await hide('ON_RELEASE');
    const { half } = await read(
      'belarus',
      world.as('BELARUS', 'LIAISON').for('INVESTIGATION', otherCase),
      request,
    );
    expect(half).toMatchObject({ dossier: { id: first._id }, otherDossiers: [] });
    expect(half.events.map(({ kind, by }) => [kind, by])).toContainEqual(['ANSWER_TURNED_DOWN', 'semyon']);
    const notices = await world
      .as('BELARUS', 'LIAISON')
      .for('INVESTIGATION', otherCase)
      .run('{ belarus { notices(kinds: [REQUEST_WORDS_DROPPED], first: 50) { nodes { request } } } }');
    expect(notices.data.belarus.notices.nodes).toContainEqual({ request });
    await decides('sofia', otherCase, request, false);
    expect((await step('LIAISON', 'lena', otherCase, 'proposeAnswer', granted)).problems).toEqual([]);
    expect((await stored(request))?.others).toEqual([second._id]);
  });

  test('ends with no data at its deadline where all are hidden meanwhile', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    const hidden = { _id: { $in: [first._id, second._id] } };
    await world.of.BELARUS.models.dossiers.updateMany(hidden, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
    world.pass(9 * 3_600_000);
    await world.of.BELARUS.settleRequests(world.now);
    expect(await toldRussia(request)).toBe('NO_DATA');
  });

  test('keeps the dossiers of both from erasure while it is open', async () => {
    const { first, second, reference } = await heldByTwo();
    const { retention } = world.of.BELARUS;
    const isKept = () => Promise.all([first, second].map(({ _id }) => retention.isAskedFor(_id, world.now)));
    expect(await isKept()).toEqual([false, false]);
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    expect(await isKept()).toEqual([true, true]);
  });

  test('is answered about the dossier that its officer names, of those that they know of', async () => {
    const { first, second, reference } = await heldByTwo();
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    const granted = { request, kind: 'GRANTED', until: untilOf(world.now) };
    const naming = (role: Role, name: string, dossier: string) =>
      step(role, name, caseOf.BELARUS, 'proposeAnswer', { ...granted, dossier });
    // A liaison officer of the one case knows nothing of the other's.
    expect((await naming('LIAISON', 'lena', first._id)).problems).toMatchObject([
      { code: 'UNKNOWN_VALUE', path: 'dossier' },
    ]);
    expect((await naming('SUPERVISOR', 'sofia', first._id)).problems).toEqual([]);
    const seen = (
      await read('belarus', world.as('BELARUS', 'SUPERVISOR').for('INVESTIGATION', caseOf.BELARUS), request)
    ).half;
    expect(seen).toMatchObject({ dossier: { id: first._id }, otherDossiers: [second._id] });
    // Who knows nothing of the one is not told what is proposed of it, beside the own one.
    expect(await seenBy(caseOf.BELARUS, request)).toMatchObject({
      dossier: { id: second._id },
      proposal: null,
    });
  });

  test('tells nobody by a dossier that they name which ones there are, before its form was found in order', async () => {
    const { first, reference } = await heldByTwo();
    const request = await asked(reference);
    const naming = (dossier: string) =>
      step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', { request, kind: 'NO_DATA', dossier });
    const [known, unknown] = [await naming(first._id), await naming('BY-N0SUCHD0SS1ER000')];
    expect(known.problems).toEqual([{ path: 'request', code: 'WRONG_STATE' }]);
    expect(unknown).toEqual(known);
  });

  test('is answered at once by whoever works on the dossiers of all, and at its deadline by the others, whatever the answer', async () => {
    const { reference } = await heldIn([otherCase], [caseOf.BELARUS, otherCase]);
    const request = await asked(reference);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'acceptRequest', { request });
    const granted = { request, kind: 'GRANTED', until: untilOf(world.now) };
    await step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', granted);
    await decides('sofia', caseOf.BELARUS, request, true);
    expect(await toldRussia(request)).toBe('none yet');
    await decides('sergei', caseOf.BELARUS, request, false);
    await step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', granted);
    await decides('olga', otherCase, request, true);
    expect(await toldRussia(request)).toBe('GRANTED');
  });

  test('has nothing answered by one of them before the other could answer', async () => {
    const { second, reference } = await heldByTwo();
    const request = await asked(reference);
    await step('LIAISON', 'xenia', otherCase, 'acceptRequest', { request });
    const none = { request, kind: 'NO_DATA' };
    expect((await step('LIAISON', 'xenia', otherCase, 'proposeAnswer', none)).outcome.__typename).toBe(
      'RecordedRequest',
    );
    expect((await decides('xaver', otherCase, request, true)).half.state).toBe('RECEIVED');
    expect(await toldRussia(request)).toBe('none yet');
    const back = await decides('sofia', caseOf.BELARUS, request, false);
    expect(back.half.proposal).toBeNull();
    const granted = { ...none, kind: 'GRANTED', until: untilOf(world.now) };
    const proposed = await step('LIAISON', 'lena', caseOf.BELARUS, 'proposeAnswer', granted);
    expect(proposed.problems).toEqual([]);
    await decides('sofia', caseOf.BELARUS, request, true);
    expect(await toldRussia(request)).toBe('none yet');
    world.pass(8 * 86_400_000);
    await world.of.BELARUS.settleRequests(world.now);
    expect(await toldRussia(request)).toBe('GRANTED');
    expect((await world.of.BELARUS.models.dossiers.findById(second._id).lean())?.releases).toHaveLength(1);
  });

  test('ends with nothing at its deadline, where nobody took that back', async () => {
    const { reference } = await heldByTwo();
    const request = await asked(reference);
    await step('LIAISON', 'xenia', otherCase, 'acceptRequest', { request });
    const none = { request, kind: 'NO_DATA' };
    await step('LIAISON', 'xenia', otherCase, 'proposeAnswer', none);
    await decides('xaver', otherCase, request, true);
    world.pass(8 * 86_400_000);
    await world.of.BELARUS.settleRequests(world.now);
    expect(await toldRussia(request)).toBe('NO_DATA');
  });
});

/** A request that comes before its reference is known here. @returns also the way in which the reference comes to be known */
async function askedEarly() {
  const held = await heldByTwo();
  const { hits } = world.of.BELARUS.models;
  const hit = await hits.findById(held.reference).lean();
  await hits.deleteOne({ _id: held.reference });
  return {
    ...held,
    request: await asked(held.reference),
    comesToBeKnown: () => hits.create(hit as never),
  };
}
const stored = (id: string) => world.of.BELARUS.models.requests.findById(id).lean<RequestRecord>();
const accept = (request: string, number: string = caseOf.BELARUS) =>
  step('LIAISON', 'lena', number, 'acceptRequest', { request });
/** Lets a minute go by, after which what is not known is looked up again. @returns the messages that go to Russia of it */
async function aMinute() {
  world.pass(60_000);
  await world.of.BELARUS.settleRequests(world.now);
  const told = await world.of.BELARUS.models.requests.find({ 'pending.id': { $exists: true } }).lean();
  return told.flatMap(({ pending = [] }) => pending);
}

describe('a request that comes before its reference is known here', () => {
  test('is about what the reference is of, where that is known when its form is found in order', async () => {
    const { second, request, comesToBeKnown } = await askedEarly();
    expect((await stored(request))?.dossier).toBeUndefined();
    await comesToBeKnown();
    await accept(request);
    expect((await seenBy(caseOf.BELARUS, request)).dossier).toEqual({ id: second._id });
    const none = await asked('BYH-00000000000000000000');
    await accept(none);
    expect(await seenBy(caseOf.BELARUS, none)).toBeUndefined();
  });

  test('is so too where its form was found in order before, whoever found it so, and Russia is told nothing of that', async () => {
    const { first, second, request, comesToBeKnown } = await askedEarly();
    await accept(request, 'BY-2026-000555');
    const early = await stored(request);
    expect(await aMinute()).toEqual([]);
    expect((await stored(request))?.version).toBe(early?.version);
    expect(await seenBy(caseOf.BELARUS, request)).toBeUndefined();
    await comesToBeKnown();
    expect(await aMinute()).toEqual([]);
    expect((await seenBy(caseOf.BELARUS, request)).dossier).toEqual({ id: second._id });
    expect((await seenBy(otherCase, request)).dossier).toEqual({ id: first._id });
    expect(await seenBy('BY-2026-000555', request)).toBeUndefined();
    expect((await stored(request))?.half).toMatchObject({ isFound: true, isHeld: true });
    // Found, it is looked at again once it is late.
    expect((await stored(request))?.seekAt?.getTime()).toBeGreaterThan(world.now.getTime());
    expect(await toldRussia(request)).toBe('none yet');
  });

  test('is about nothing where that is known to its owner alone', async () => {
    const { first, second, request, comesToBeKnown } = await askedEarly();
    const { dossiers } = world.of.BELARUS.models;
    const both = { _id: { $in: [first._id, second._id] } };
    await dossiers.updateMany(both, { $set: { handlingCode: 'ORIGINATOR_ONLY' } });
    await accept(request);
    await comesToBeKnown();
    await aMinute();
    expect(await stored(request)).toMatchObject({ half: { isFound: false, isHeld: false }, lists: ['ALL'] });
    expect(await seenBy(caseOf.BELARUS, request)).toBeUndefined();
  });

  test('ends with nothing at its deadline, and is looked up no more', async () => {
    const { request, comesToBeKnown } = await askedEarly();
    await accept(request);
    world.pass(8 * 86_400_000);
    await comesToBeKnown();
    await aMinute();
    expect(await stored(request)).toMatchObject({ state: 'NO_DATA', half: { isFound: false } });
    expect(await stored(request)).not.toHaveProperty('seekAt');
    expect(await toldRussia(request)).toBe('NO_DATA');
  });
});
