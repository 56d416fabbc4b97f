import { followSightings } from '../../../../../subgraphs/agency/actions/indicators/follow-sightings.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import { turnOf } from '../../../../../subgraphs/agency/records/indicators/turn.ts';
import { insertLists } from '../../../../../subgraphs/agency/storage/lists/update-lists.ts';
import { dossierWrites } from '../../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { recordingStep } from '../../../../../workshop/demo-data/people/record-from.ts';
import { findable, testMatch, testNaming } from '../../../../support/match-keys.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { type ComparingParts, comparingParts } from './comparing-parts.ts';
import { domain, holding } from './support.ts';

// Of today: the server erases the counts of days that are past.
const now = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
const day = 86_400_000;
const pace = { ...quick, perDay: 20 };

let parts: ComparingParts['parts'];
let models: () => ComparingParts['models'];
beforeAll(async () => {
  const opened = await comparingParts(pace);
  parts = opened.parts;
  models = () => opened.models;
});
beforeEach(async () => {
  const { sightings, indicators, indicatorDays, dossiers, history, officerDays } = models();
  for (const each of [sightings, indicators, indicatorDays, dossiers, history, officerDays])
    await each.collection.deleteMany({});
});

const perDossier = 50;
const idOf = (name: string) =>
  name
    .toUpperCase()
    .padStart(8, '0')
    .replace(/[ILOU]/g, '0');
/** Dossiers of a case of their own, that hold so many domains between them. */
const dossiersOf = (name: string, count: number): DossierRecord[] =>
  Array.from({ length: Math.ceil(count / perDossier) }, (_, part) => {
    const first = part * perDossier;
    const values = Array.from({ length: Math.min(perDossier, count - first) }, (_each, index) => {
      const thing = domain(`${name}-${first + index}.example.net`);
      const id = `V${String(first + index).padStart(12, '0')}`;
      return { ...thing, id, provenance: { ...thing.provenance, recordedAt: now } };
    });
    return holding(`BY-${idOf(name)}${String(part).padStart(8, '0')}`, values, {
      cases: [`BY-2026-${name}-${part}`],
    });
  });
/** An officer records dossiers, as an action does. */
async function records(by: string, dossiers: readonly DossierRecord[]) {
  const writes = dossierWrites(models(), testMatch, undefined, undefined, pace.perDay);
  for (const each of dossiers) {
    const dossier = findable({ ...each, recordedWith: `${by} ${each._id}` });
    const entry = { ...recordingStep(dossier), by, at: now };
    if (!(await writes.insert({ dossier, entry }))) throw new Error(`${each._id} was not recorded`);
  }
}
const compared = (name: string) => models().indicators.countDocuments({ value: new RegExp(`^${name}-`) });
const held = (name: string, changed: object) =>
  models().sightings.countDocuments({ value: new RegExp(`^${name}-`), ...changed });

describe('beside thousands of identifiers of one officer', () => {
  test('what another one writes after them is followed up in the next batch, and the rest waits from the start', async () => {
    await records('officer-1', dossiersOf('planted', 2_000));
    await records('officer-2', dossiersOf('honest', 5));
    expect([await held('planted', { change: 'HELD' }), await held('planted', { change: 'WAITS' })]).toEqual([
      20, 1_980,
    ]);
    // Overseers see it among what waits for a later day.
    expect(await parts.indicators.postponed()).toBe(1_980);
    const [batch, left] = [await parts.sightings.changed(10, now), await parts.sightings.changed(50, now)];
    expect(batch.filter(({ by }) => by === 'officer-2')).toHaveLength(5);
    expect(left).toHaveLength(25);
    await followSightings(parts, now);
    expect([await compared('planted'), await compared('honest')]).toEqual([20, 5]);
  });

  test('an officer’s own that are beyond a day are followed up on the next one', async () => {
    await records('officer-1', dossiersOf('planted', 2_000));
    await records('officer-2', dossiersOf('honest', 25));
    await followSightings(parts, now);
    expect([await compared('planted'), await compared('honest')]).toEqual([20, 20]);
    const later = new Date(now.getTime() + day);
    expect((await parts.sightings.changed(50, later)).length).toBe(25);
    await followSightings(parts, later);
    expect([await compared('planted'), await compared('honest')]).toEqual([40, 25]);
  });

  test('what an officer writes in the same moment has places of its own each', async () => {
    const all = dossiersOf('atonce', 6 * perDossier);
    await Promise.all(all.map((each) => records('officer-3', [each])));
    const places = (await models().sightings.find({ by: 'officer-3' }).lean()).map(({ place }) => place);
    expect(new Set(places).size).toBe(6 * perDossier);
    expect(Math.max(...places.map((place = 0) => place))).toBe(6 * perDossier);
  });

  test('those of an earlier version, which have no places, go on being followed up', async () => {
    const unplaced = dossiersOf('former', 120).map(findable);
    await insertLists(models(), testNaming, unplaced);
    await records('officer-2', dossiersOf('honest', 5));
    await followSightings(parts, now);
    expect([await compared('former'), await compared('honest')]).toEqual([60, 5]);
  });
});

/** Rows of the queue, in cases of their own. */
const rows = (name: string, count: number, changed: Partial<SightingRecord> = {}): SightingRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    _id: `BY-${name}-${index} ${name} ${index}`,
    dossier: `BY-${name}-${index}`,
    indicator: `${name} ${index}`,
    kind: 'DOMAIN',
    value: `${name}-${index}.example.net`,
    cases: [`BY-${name}-${index}`],
    at: now,
    isImported: false,
    change: 'HELD',
    ...changed,
  }));

test('what thousands of dossiers let go of takes half of a batch, and all of it where nothing else waits', async () => {
  await models().sightings.insertMany([
    ...rows('gone', 2_000, { change: 'GONE', value: '', cases: [] }),
    ...rows('honest', 5, { by: 'officer-2' }),
  ]);
  const batch = await parts.sightings.changed(50, now);
  expect([batch.length, batch.filter(({ by }) => by === 'officer-2').length]).toEqual([50, 5]);
  await models().sightings.deleteMany({ by: 'officer-2' });
  expect(await parts.sightings.changed(50, now)).toHaveLength(50);
});

test('what thousands of an import wait for their case puts off nothing that an officer records', async () => {
  const isImported = true;
  await models().sightings.insertMany([
    ...rows('imported', 2_000, {
      isImported,
      change: 'WAITS',
      turn: turnOf('CASE', { isImported, at: now }, new Date(now.getTime() - day)),
    }),
    ...rows('honest', 5, { by: 'officer-2' }),
  ]);
  const batch = await parts.sightings.changed(50, now);
  expect(batch.slice(0, 5).map(({ by }) => by)).toEqual(Array.from({ length: 5 }, () => 'officer-2'));
});
