import type { Link } from '../../../../../subgraphs/agency/records/dossier/link.ts';
import { confirmedLink, dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, hour, read, type TwoAgencies, twoAgencies, untilOf } from './support.ts';

const held = 'BY-HE1D000000000001';
const found = 'BY-F0VND00000000001';
const linked = Array.from({ length: 3 }, (_none, n) => `BY-11NKED000000000${n}`);
const both = linked.map((id, n) =>
  dossierOf(id, {
    cases: [caseOf.BELARUS],
    releases: [],
    handlingCode: 'ON_RELEASE',
    ...confirmedLink(`RU-000000000${n}`),
  }),
);
/** Two officers have decided on it: once what it stands on changes, it waits for its review. */
const withGrounds = (link: Link): Link => ({
  ...link,
  isKnownById: true,
  own: {
    ...link.own,
    grounds: {
      decision: 'SAME',
      reason: 'One phone.',
      evidence: { kinds: [] },
      proposedBy: 'liaison-1',
      proposedAt: new Date('2026-04-26T08:15:00Z'),
      countersignedBy: 'supervisor-1',
    },
  },
});
const goesDark = Array.from({ length: 8 }, (_none, n) => `BY-G0E5DARK00000000${n}`);
const plain = { cases: [caseOf.BELARUS], releases: [], links: [] };
const { status } = dossierOf(held);

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([
    ...[held, found].map((id) => dossierOf(id, { ...plain, handlingCode: 'ON_RELEASE' })),
    ...both.map((one) => ({
      ...one,
      links: one.links.map(withGrounds),
    })),
    ...goesDark.map((id) => dossierOf(id, { ...plain, handlingCode: 'SHAREABLE' })),
  ]);
});

const liaison = () => world.as('BELARUS', 'LIAISON');

describe('a dossier that becomes dark while a request on it is open, or whose person is cleared', () => {
  const obstacles = {
    'is for its owner alone': { handlingCode: 'ORIGINATOR_ONLY' },
    'is of a person who was cleared': { status: { ...status, stage: 'ACQUITTED' } },
  };
  const rows = Object.entries(obstacles).flatMap(([what, set]) =>
    [true, false].map((isDecided) => ({ what, set, isDecided })),
  );

  test.each(rows.map((row, place) => ({ ...row, id: goesDark[place] ?? '' })))(
    'is as if there were none, where it $what and it is decided: $isDecided',
    async ({ id: dossier, set, isDecided }) => {
      const id = await world.accepted({ dossier });
      const answer = { request: id, kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' };
      const { half } = await act('belarus', liaison(), 'proposeAnswer', answer);
      await world.BELARUS.models.dossiers.updateOne({ _id: dossier }, { $set: set });
      const later = {
        request: id,
        until: new Date(world.now.getTime() + 24 * hour).toISOString(),
        reason: 'Much',
      };
      expect((await act('belarus', liaison(), 'extendRequest', later)).half).toBeUndefined();
      const decision = { request: id, version: half.version, approves: true };
      if (isDecided) await act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
      await world.settle();
      const shown = async () => (await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half;
      expect(await shown()).toMatchObject({ state: 'RECEIVED', endedAt: null });
      world.pass(8 * hour);
      await world.settle();
      const { deadline } = await shown();
      expect(await shown()).toMatchObject({ state: 'NO_DATA', endedAt: deadline });
    },
  );
});

describe('a dossier that is hidden for a while', () => {
  const hide = (dossier: string, handlingCode: string) =>
    world.BELARUS.models.dossiers.updateOne({ _id: dossier }, { $set: { handlingCode } });
  const supervisor = () => world.as('BELARUS', 'SUPERVISOR');
  async function addAlias(dossier: string) {
    const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
    const names = [{ kind: 'ALIAS', script: 'LATIN', surname: 'Probny', provenance }];
    await world
      .as('BELARUS', 'INVESTIGATOR')
      .run(
        'mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename } } }',
        { input: { dossier, version: 1, add: { names } } },
      );
    const stored = await world.BELARUS.models.dossiers.findById(dossier).lean();
    expect(stored?.links[0]?.own.decision).toBe('NONE');
  }

  test('loses neither the request nor what was decided on it, whatever step is taken meanwhile', async () => {
    const id = await world.accepted({ dossier: held });
    const granted = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
    const { half } = await act('belarus', liaison(), 'proposeAnswer', granted);
    const decision = { request: id, version: half.version, approves: true };
    const decided = await act('belarus', supervisor(), 'decideAnswer', decision);
    await hide(held, 'ORIGINATOR_ONLY');
    const taken = { request: id, version: decided.half.version };
    expect((await act('belarus', liaison(), 'takeUpRequest', taken)).problems).toEqual([]);
    await hide(held, 'ON_RELEASE');
    expect((await read('belarus', liaison(), id)).half.proposal).not.toBeNull();
    world.pass(8 * hour);
    await world.settle();
    expect((await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half.state).toBe('GRANTED');
  });

  test('is found again, where it was hidden as the request arrived, or as its form was found in order', async () => {
    await hide(found, 'ORIGINATOR_ONLY');
    const arrived = await world.sent({ dossier: found }, { classes: ['CASE', 'CONTACT'] });
    await hide(found, 'ON_RELEASE');
    const before = await world.sent({ dossier: found }, { classes: ['CASE', 'IDENTITY'] });
    await hide(found, 'ORIGINATOR_ONLY');
    await act('belarus', liaison(), 'acceptRequest', { request: before });
    await hide(found, 'ON_RELEASE');
    await act('belarus', liaison(), 'acceptRequest', { request: arrived });
    expect((await read('belarus', liaison(), before)).half).toBeUndefined();
    world.pass(60_000);
    await world.settle();
    for (const id of [arrived, before])
      expect((await read('belarus', liaison(), id)).half.dossier?.id).toBe(found);
  });

  const shownToFewer = (dossier: string) => hide(dossier, 'ON_RELEASE');
  const sends = (dossier: string) => world.sent({ dossier });
  const accepts = (request: string) => act('belarus', liaison(), 'acceptRequest', { request });

  test.each([
    ['is shown to all agencies no more', 'after its form was found in order', goesDark[6], shownToFewer],
    ['is shown to all agencies no more', 'before that', goesDark[7], shownToFewer],
    ['has a link in review, since an officer added an alias,', 'after that', linked[0], addAlias],
    ['has a link in review, since an officer added an alias,', 'before that', linked[1], addAlias],
    ['has a link in review, since an officer added an alias,', 'before it came', linked[2], addAlias],
  ])(
    'is held as it was when the request came, and answered late, where it %s %s',
    async (_what, when, dossier = '', change) => {
      if (when === 'before it came') await change(dossier);
      const id = await sends(dossier);
      if (when === 'before that') await change(dossier);
      await accepts(id);
      if (when.startsWith('after')) await change(dossier);
      world.pass(8 * hour);
      await world.settle();
      const shown = async () => (await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half;
      expect(await shown()).toMatchObject({ state: 'RECEIVED', isOverdue: true });
      const refused = { request: id, kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' };
      const { half } = await act('belarus', liaison(), 'proposeAnswer', refused);
      const decision = { request: id, version: half.version, approves: true };
      await act('belarus', supervisor(), 'decideAnswer', decision);
      await world.settle();
      expect((await shown()).state).toBe('REFUSED');
    },
  );

  test('puts away what was decided at the deadline alone, and its officers find a notice', async () => {
    const dossier = goesDark[5] ?? '';
    const id = await world.accepted({ dossier });
    const { half } = await act('belarus', liaison(), 'proposeAnswer', {
      request: id,
      kind: 'REFUSED',
      ground: 'ONGOING_INVESTIGATION',
    });
    await hide(dossier, 'ON_RELEASE');
    const outsider = supervisor().called('stefan').for('INVESTIGATION', 'BY-2026-000777');
    const decision = { request: id, version: half.version, approves: true };
    expect((await act('belarus', outsider, 'decideAnswer', decision)).problems).toEqual([]);
    await hide(dossier, 'ORIGINATOR_ONLY');
    world.pass(8 * hour);
    await world.settle();
    expect((await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half.state).toBe('NO_DATA');
    const notices = await liaison().run(
      '{ belarus { notices(kinds: [REQUEST_WORDS_DROPPED], first: 50) { nodes { request } } } }',
    );
    expect(notices.data.belarus.notices.nodes).toContainEqual({ request: id });
    expect((await read('belarus', liaison(), id)).half.events).toContainEqual(
      expect.objectContaining({ kind: 'ANSWER_TURNED_DOWN', by: 'deadline' }),
    );
  });

  test('ends a request that is late already with no data, once it is hidden for a day', async () => {
    const dossier = goesDark[4] ?? '';
    const id = await world.accepted({ dossier });
    world.pass(9 * hour);
    await world.settle();
    const shown = async () => (await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half;
    expect(await shown()).toMatchObject({ state: 'RECEIVED', isOverdue: true });
    const passes = async (time: number) => {
      world.pass(time);
      await world.settle();
      return (await shown()).state;
    };
    for (const hours of [1, 23]) {
      await hide(dossier, 'ORIGINATOR_ONLY');
      expect(await passes(2 * 60_000)).toBe('RECEIVED');
      expect(await passes(hours * hour)).toBe('RECEIVED');
      await hide(dossier, 'SHAREABLE');
      expect(await passes(2 * 60_000)).toBe('RECEIVED');
    }
    await hide(dossier, 'ORIGINATOR_ONLY');
    expect(await passes(2 * 60_000)).toBe('RECEIVED');
    expect(await passes(24 * hour)).toBe('NO_DATA');
  });
});
