import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { newKeys } from '../../../../support/two-key/change-keys.ts';
import { domain, holding, type ShownAlert, type WarningWorld, warningWorld } from './support.ts';

const { status, roles } = holding('RU-0000000000', []);
const { provenance } = status;
const [role] = roles;
const unsigned = { by: 'investigator-1', at: new Date('2026-11-01T00:00:00Z') };

type Holds = (value: string) => [DossierRecord['infrastructure'], Partial<DossierRecord>?];

/** The ways in which Russia holds a value and Belarus is to learn nothing of it. */
const ways: Record<string, Holds> = {
  'of a dossier for its owner alone': (value) => [[domain(value)], { handlingCode: 'ORIGINATOR_ONLY' }],
  'of a person who was acquitted': (value) => [
    [domain(value)],
    { status: { ...status, stage: 'ACQUITTED' } },
  ],
  'of a person whose case was discontinued': (value) => [
    [domain(value)],
    { status: { ...status, stage: 'DISCONTINUED' } },
  ],
  contested: (value) => [[domain(value, { provenance: { ...provenance, contested: true } })]],
  'that waits for a second officer': (value) => [
    [domain(value, { provenance: { ...provenance, unsigned } })],
  ],
  spoofed: (value) => [[domain(value, { use: 'SPOOFED' })]],
  'of a victim': (value) => [[domain(value, { use: 'VICTIM' })]],
  'of a mule who was coerced': (value) => [
    [domain(value)],
    { roles: [{ ...(role as NonNullable<typeof role>), kind: 'MONEY_MULE', coerced: true }] },
  ],
};
const openly: Holds = (value) => [[domain(value)]];

const idOf = (prefix: 'BY' | 'RU', index: number) => `${prefix}-DARK0RN0NE${String(index).padStart(6, '0')}`;
const darkValue = (index: number) => `dark-or-none-${index}.example.net`;
const day = 86_400_000;
const start = new Date('2026-11-10T08:00:00Z');
const viewers: readonly Role[] = ['ANALYST', 'INVESTIGATOR', 'SUPERVISOR', 'LIAISON', 'OVERSEER'];

const everything = `{ belarus {
  alerts(first: 100) { nodes { id state version isUnseen agency kind case reference since dossiers { id } hasEndedThere
    acknowledged { by at } acted { by at } dismissed { by at } means named reason lapsesAt } pageInfo { hasNextPage } }
  notices(first: 100) { nodes { kind alert at } }
  indicatorExchange { agency waiting postponed minutes usedHere usedThere quota wrongProofs runs { case day length } }
  alertFigures(from: "2026-11-01", until: "2026-12-31") { state reason alerts } } }`;

/** Ids are random; each stands for its place among those of its answer. */
function withoutIds(text: string): string {
  const ids = [...new Set(text.match(/BYA-[0-9A-Z]{16}/g) ?? [])];
  return ids.reduce((changed, id, place) => changed.replaceAll(id, `alert ${place}`), text);
}

/** All that each viewer of Belarus is shown, and the types and sizes of all that Belarus is handed, from the record until all alerts have ended unless that is too far. */
async function lived(
  keys: ReturnType<typeof newKeys>,
  held: readonly [number, Holds][],
  isToTheEnd = true,
): Promise<{ shown: string[]; heard: string[]; alerts: ShownAlert[]; stop: WarningWorld['stop'] }> {
  const world = await warningWorld({ keys, start });
  const shown: string[] = [];
  const look = async (when: string) => {
    for (const viewer of viewers) {
      const { data, codes, redactions } = await world.as('BELARUS', viewer).run(everything);
      shown.push(`${when} ${viewer} ${withoutIds(JSON.stringify({ data, codes, redactions }))}`);
    }
  };
  // One that both hold openly, so that there is something to be shown; those in question; and some that Belarus alone holds.
  const both = 'both-hold.example.net';
  await world.record('BELARUS', holding(idOf('BY', 99), [domain(both)]));
  await world.record('RUSSIA', holding(idOf('RU', 99), [domain(both)]));
  for (const index of Object.keys(ways).keys())
    await world.record('BELARUS', holding(idOf('BY', index), [domain(darkValue(index))]));
  for (const [index, holds] of held) {
    const [things, changed] = holds(darkValue(index));
    await world.record('RUSSIA', holding(idOf('RU', index), things, changed));
  }
  await look('recorded');
  for (let round = 1; round <= 4; round++) {
    await world.rounds(1);
    await look(`round ${round}`);
  }
  const alerts = await world.alerts('BELARUS');
  const { stop } = world;
  if (!isToTheEnd) return { shown, heard: [], alerts, stop };
  for (const { id } of alerts) await world.step('BELARUS', 'acknowledgeAlert', { alert: id, version: 1 });
  await look('acknowledged');
  world.pass(8 * day);
  await world.rounds(1);
  await look('lapsed');
  world.pass(30 * day);
  await world.rounds(1);
  await look('closed');
  const heard = world.heard.BELARUS.map(({ type, at, data }) =>
    [at.toISOString(), type, JSON.stringify(data).length].join(' '),
  );
  return { shown, heard: heard.sort(), alerts, stop };
}

describe('whether the other agency holds a value in a way that is not compared, or not at all', () => {
  const keys = newKeys();
  let none: Awaited<ReturnType<typeof lived>>;
  let dark: typeof none;
  let one: typeof none;
  beforeAll(async () => {
    none = await lived(keys, []);
    dark = await lived(
      keys,
      Object.values(ways).map((holds, index) => [index, holds] as const),
    );
    one = await lived(keys, [[0, openly]], false);
  }, 300_000);
  afterAll(() => Promise.all([none, dark, one].map((each) => each?.stop())));

  test('alerts, notices, the exchange and the figures of an agency are the same, to the byte, for each of its viewers', () => {
    expect(none.alerts.map(({ dossiers }) => dossiers.map(({ id }) => id))).toEqual([[idOf('BY', 99)]]);
    expect(none.shown.length).toBe(8 * viewers.length);
    for (const [place, each] of none.shown.entries()) expect(dark.shown[place]).toBe(each);
  });

  test('it is handed as many messages, of the same types and sizes, at the same times', () => {
    expect(dark.heard).toEqual(none.heard);
    expect(none.heard.length).toBeGreaterThan(20);
  });

  test('what the other agency holds openly is shown, so that these would have been', () => {
    expect(one.alerts.map(({ dossiers }) => dossiers[0]?.id).sort()).toEqual([idOf('BY', 0), idOf('BY', 99)]);
    expect(one.shown).not.toEqual(none.shown.slice(0, one.shown.length));
  });
});
