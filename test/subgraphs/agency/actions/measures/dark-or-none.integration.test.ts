import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { newKeys } from '../../../../support/two-key/change-keys.ts';
import { domain, holding } from '../indicators/support.ts';
import { authorisedMeasure, type ClashingWorld, clashingWorld } from './support.ts';

const start = new Date('2026-11-10T08:00:00Z');
const { status } = holding('RU-0000000000', []);
const viewers: readonly Role[] = ['ANALYST', 'INVESTIGATOR', 'SUPERVISOR', 'LIAISON', 'OVERSEER'];
const ground = 'Code of Criminal Procedure, Article 182';

type Planned = NonNullable<Parameters<typeof authorisedMeasure>[1]>;
type Holds = [Planned, Partial<DossierRecord>?];

/** The ways in which Russia has a measure in the same week against what Belarus has one against, and Belarus is to learn nothing of it. */
const ways: Record<string, Holds> = {
  'that nobody has authorised': [{ state: 'PLANNED', authorisedBy: undefined, authorisedAt: undefined }],
  'that was cancelled': [{ state: 'CANCELLED' }],
  'of a dossier for its owner alone': [{}, { handlingCode: 'ORIGINATOR_ONLY' }],
  'of a person who was acquitted': [{}, { status: { ...status, stage: 'ACQUITTED' } }],
  'of another week': [{ from: 40, until: 41 }],
  'without days': [{ window: undefined }],
};

const dossierAt = (prefix: 'BY' | 'RU', place: number) =>
  `${prefix}-DARK0RN0NE${String(place).padStart(6, '0')}`;
const thingOf = (place: number) => domain(`dark-measure-${place}.example.net`);
/** A measure of an officer of its own, who has a budget of a day. */
const planOf = (place: number, now: Date, given: Planned = {}) =>
  authorisedMeasure(`VMEASURE${String(place).padStart(4, '0')}`, {
    now,
    plannedBy: `planner-${place}`,
    ...given,
  });

const everything = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Suspect { belarus { plannedMeasures { id check {
    state since version conflicts { agency week state since waitsForThem contactPoint } } } } } }
  belarus {
  measures(first: 100, checks: [CONFLICT, CLEAR, WAITING, UNCHECKED, NOT_COMPARED, COORDINATED, OVERRIDDEN]) { nodes { id } }
  waiting(first: 100, kinds: [MEASURE_TO_COORDINATE]) { nodes { id kind since } counts { kind count } }
  notices(first: 100) { nodes { kind dossier measure at } }
  measureExchange { agency waiting minutes usedHere usedThere quota wrongProofs comparedSecret series { day length } seriesThere { day length } overrides { at isThere reason week } }
} }`;

/** All that each viewer of Belarus is shown of its measures, and the types and sizes of all that Belarus is handed, while both compare. */
async function lived(
  keys: ReturnType<typeof newKeys>,
  places: number,
  held: readonly (readonly [place: number, holds: Holds])[],
): Promise<{ shown: string[]; heard: string[]; stop: ClashingWorld['stop'] }> {
  const world = await clashingWorld({ keys, start });
  const dossiers = Array.from({ length: places }, (_, place) => dossierAt('BY', place));
  for (const [place, id] of dossiers.entries()) {
    const planned = planOf(place, world.now);
    await world.record('BELARUS', holding(id, [thingOf(place)], { measures: [planned] }));
  }
  for (const [place, [given, changed = {}]] of held) {
    const planned = planOf(place, world.now, { ground, ...given });
    if (given.window === undefined && 'window' in given) delete planned.window;
    await world.record(
      'RUSSIA',
      holding(dossierAt('RU', place), [thingOf(place)], { measures: [planned], ...changed }),
    );
  }
  const shown: string[] = [];
  const look = async (when: string) => {
    for (const viewer of viewers) {
      const { data, codes, redactions } = await world
        .as('BELARUS', viewer)
        .run(everything, { of: dossiers.map((id) => ({ __typename: 'Suspect', id })) });
      shown.push(`${when} ${viewer} ${JSON.stringify({ data, codes, redactions })}`);
    }
  };
  await look('recorded');
  for (let round = 1; round <= 4; round++) {
    await world.rounds(1);
    await look(`round ${round}`);
  }
  world.pass(86_400_000);
  await world.rounds(1);
  await look('a day later');
  const heard = world.heard.BELARUS.map(({ type, at, data }) =>
    [at.toISOString(), type, JSON.stringify(data).length].join(' '),
  ).sort();
  return { shown, heard, stop: world.stop };
}

describe('a measure of the other agency that is not compared, and none at all', () => {
  const keys = newKeys();
  const all = Object.values(ways);
  let none: Awaited<ReturnType<typeof lived>>;
  let dark: typeof none;
  let one: typeof none;
  beforeAll(async () => {
    none = await lived(keys, all.length, []);
    dark = await lived(
      keys,
      all.length,
      all.map((holds, place) => [place, holds] as const),
    );
    one = await lived(keys, all.length, [[0, [{}]]]);
  });
  afterAll(() => Promise.all([none, dark, one].map((each) => each?.stop())));

  test('are the same to each viewer of Belarus, to the byte', () => {
    expect(none.shown.length).toBe(6 * viewers.length);
    for (const [place, each] of none.shown.entries()) expect(dark.shown[place]).toBe(each);
  });

  test('come with messages of the same types and sizes at the same moments', () => {
    expect(none.heard.length).toBeGreaterThan(4);
    expect(dark.heard).toEqual(none.heard);
    expect(one.heard).toEqual(none.heard);
  });

  test('differ from one that is compared, which is a conflict', () => {
    expect(none.shown.join()).not.toContain('"CONFLICT"');
    expect(one.shown.join()).toContain('"CONFLICT"');
  });
});

describe('a conflict with a measure of a dossier for its owner alone', () => {
  const keys = newKeys();
  const secret: Holds = [{ comparesSecret: true }, { handlingCode: 'ORIGINATOR_ONLY' }];
  let open: Awaited<ReturnType<typeof lived>>;
  let hidden: typeof open;
  beforeAll(async () => {
    open = await lived(keys, 1, [[0, [{}]]]);
    hidden = await lived(keys, 1, [[0, secret]]);
  });
  afterAll(() => Promise.all([open, hidden].map((each) => each?.stop())));

  test('equals any other, to each viewer and to the byte, and so do its messages', () => {
    expect(open.shown.join()).toContain('"CONFLICT"');
    for (const [place, each] of open.shown.entries()) expect(hidden.shown[place]).toBe(each);
    expect(hidden.heard).toEqual(open.heard);
  });
});
