import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { recordingStep } from '../../../../../workshop/demo-data/people/record-from.ts';
import { take } from '../../../../actions/take.ts';
import { long } from '../../../../support/long.ts';
import { findable } from '../../../../support/match-keys.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const day = 86_400_000;
const perDay = 20;

let world: WarningWorld;
let number: string;
let other: string;
let tests = 0;
beforeAll(async () => {
  world = await warningWorld({ pace: { ...quick, slots: 30, perDay } });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});
beforeEach(() => {
  // Each test has days, cases and values of its own.
  world.pass(3 * day);
  tests += 1;
  number = `BY-2026-0010${String(tests).padStart(2, '0')}`;
  other = `BY-2026-0020${String(tests).padStart(2, '0')}`;
});

const models = () => world.of.BELARUS.models;
const idOf = (agency: 'BY' | 'RU', name: string) =>
  `${agency}-${`${name}${tests}`
    .toUpperCase()
    .replace(/[ILOU]/g, '0')
    .padStart(16, '0')}`;
const nameOf = (name: string, index = 0) => `${name}-${tests}-${index}.example.net`;

/** An officer records a dossier that holds so many domains, as an action does. */
async function records(by: string, name: string, count = 1, cases = [number]): Promise<DossierRecord> {
  const things = Array.from({ length: count }, (_, index) => {
    const thing = domain(nameOf(name, index));
    const id = `V${String(index).padStart(12, '0')}`;
    return { ...thing, id, provenance: { ...thing.provenance, recordedAt: world.now } };
  });
  const dossier = findable({
    ...holding(idOf('BY', name), things, { cases }),
    recordedWith: `${by} ${name} ${tests}`,
  });
  const entry = { ...recordingStep(dossier), by, at: world.now };
  expect(await world.of.BELARUS.stores.writes.insert({ dossier, entry })).toBe('INSERTED');
  return dossier;
}
const abroad = (name: string, value = nameOf(name)) =>
  world.record('RUSSIA', holding(idOf('RU', name), [domain(value)]));

async function takes(
  by: string,
  role: 'INVESTIGATOR' | 'SUPERVISOR',
  action: string,
  { cases: [mandate = number] }: DossierRecord,
  input: object,
) {
  // No step is in the same moment as the recording.
  world.pass(1_000);
  const officer = world.as('BELARUS', role).for('INVESTIGATION', mandate).called(by);
  const given = { ...input, reason: 'As it was told' };
  const { codes, __typename } = await take(officer, 'BELARUS', action, given);
  expect([codes, __typename]).toEqual([[], 'BelarusRecordedDossier']);
}
const addsCase = (by: string, dossier: DossierRecord, added = other) =>
  takes(by, 'SUPERVISOR', 'addCase', dossier, { dossier: dossier._id, version: 1, case: added });
/** Adds a case to a dossier of as many compared values as a day has room for. */
async function spendsDay(by: string) {
  const junk = await records('officer-x', 'spent', perDay, ['BY-2026-003001']);
  await world.rounds(1);
  await addsCase(by, junk, 'BY-2026-003002');
  await world.rounds(1);
}
/** Contests a value and takes that back, with rounds between or without. */
async function restores(by: string, dossier: DossierRecord, index = 0, rounds = 0) {
  const value = dossier.infrastructure[index]?.id;
  const version = 1 + 2 * index;
  const { _id } = dossier;
  await takes(by, 'INVESTIGATOR', 'contestValue', dossier, { dossier: _id, version, value });
  await world.rounds(rounds);
  await takes(by, 'INVESTIGATOR', 'uncontestValue', dossier, { dossier: _id, version: version + 1, value });
}

/** The states of the alerts that hang on a dossier, by their cases, the newest first. */
async function alertsOf({ _id }: DossierRecord) {
  const listed = await models().alerts.find({ dossiers: _id }).sort({ place: -1 }).lean();
  const of = (wanted: string) => listed.filter((each) => each.case === wanted).map(({ state }) => state);
  return { own: of(number), added: of(other) };
}
const sightingOf = ({ _id }: DossierRecord, index = 0) =>
  models()
    .sightings.findOne({ dossier: _id, value: new RegExp(`-${index}\\.example`) })
    .lean();
const compared = (name: string) =>
  models().indicators.countDocuments({ value: new RegExp(`^${name}-${tests}-`) });

describe('an identifier whose dossier gains a case', () => {
  long.test(
    'keeps its alert when the supervisor’s day is full, also once another officer records it',
    async () => {
      const standing = await records('officer-a', 'standing');
      await abroad('standing');
      await world.rounds(4);
      expect(await alertsOf(standing)).toEqual({ own: ['NEW'], added: [] });
      const { recorder } = (await sightingOf(standing)) ?? {};
      await spendsDay('supervisor');
      await addsCase('supervisor', standing);
      await world.rounds(2);
      expect(await sightingOf(standing)).toMatchObject({ change: 'WAITS', comparedFor: [number], recorder });
      await world.recordBy(
        'BELARUS',
        'officer-z',
        holding(idOf('BY', 'again'), [domain(nameOf('standing'))], { cases: ['BY-2026-003000'] }),
      );
      await world.rounds(4);
      expect(await alertsOf(standing)).toEqual({ own: ['NEW'], added: [] });
      world.pass(day);
      await world.rounds(3);
      expect(await alertsOf(standing)).toEqual({ own: ['NEW'], added: ['NEW'] });
      const followed = await sightingOf(standing);
      expect([followed?.change, followed?.comparedFor, followed?.by, followed?.recorder]).toEqual([
        undefined,
        undefined,
        undefined,
        recorder,
      ]);
    },
  );

  test('raises its alert for the case for which it was compared before, and with room for the other one too', async () => {
    const [victim, control] = [await records('officer-a', 'victim'), await records('officer-a', 'control')];
    await world.rounds(3);
    await addsCase('other supervisor', control);
    await spendsDay('supervisor');
    await addsCase('supervisor', victim);
    await abroad('victim');
    await abroad('control');
    await world.rounds(4);
    expect(await alertsOf(victim)).toEqual({ own: ['NEW'], added: [] });
    expect(await alertsOf(control)).toEqual({ own: ['NEW'], added: ['NEW'] });
  });

  test('waits on in its officer’s queue where it waits there, for both cases, and jumps no day of it', async () => {
    const junk = await records('officer-y', 'junk', 45);
    const before = await sightingOf(junk, 44);
    expect(before?.change).toBe('WAITS');
    await addsCase('supervisor', junk);
    expect(await sightingOf(junk, 44)).toEqual({
      ...before,
      cases: [number, other],
      fromOutside: [other],
      cameLater: [other],
    });
    await world.rounds(3);
    expect(await compared('junk')).toBe(perDay);
  });
});

describe('an identifier that is contested and comes back', () => {
  test('is compared again at once by an officer with room, and before the rest on the next day by one without', async () => {
    const [victim, control] = [await records('officer-a', 'victim'), await records('officer-a', 'control')];
    await abroad('victim');
    await abroad('control');
    await records('officer-x', 'junk', 45, [other]);
    await world.rounds(4);
    await restores('officer-a', control, 0, 2);
    await restores('officer-x', victim, 0, 2);
    expect(await sightingOf(victim)).toMatchObject({ change: 'HELD', place: 0 });
    await world.rounds(4);
    expect([(await alertsOf(control)).own, (await alertsOf(victim)).own]).toEqual([
      ['NEW', 'CLOSED'],
      ['CLOSED'],
    ]);
    world.pass(day);
    await world.rounds(4);
    expect((await alertsOf(victim)).own).toEqual(['NEW', 'CLOSED']);
    expect(await compared('junk')).toBe(2 * perDay - 1);
  });

  long.test(
    'takes of its officer’s budget like any other: of all that was recorded beyond it twenty a day are compared',
    async () => {
      const junk = await records('officer-x', 'junk', 45);
      for (let index = 0; index < 45; index++) await restores('officer-x', junk, index);
      const places = (await models().sightings.find({ dossier: junk._id }).lean()).map(
        ({ place = -1 }) => place,
      );
      expect(places.sort()).toEqual(Array.from({ length: 45 }, (_, index) => Math.floor(index / perDay)));
      await world.rounds(4);
      expect(await compared('junk')).toBe(perDay);
      world.pass(day);
      await world.rounds(4);
      expect(await compared('junk')).toBe(2 * perDay);
    },
  );
});
