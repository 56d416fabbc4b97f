import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import {
  addNextKeys,
  dropOldKey,
  dropOldKeyOfOther,
  newEpoch,
  oldEpoch,
} from '../../../../support/two-key/change-keys.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const others = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const dossierOf = (agency: Agency, value: string) =>
  holding(
    `${agency === 'BELARUS' ? 'BY' : 'RU'}-${value
      .toUpperCase()
      .padEnd(16, '0')
      .replace(/[ILOU]/g, '0')}`,
    [domain(`${value}.example.net`)],
  );

let world: WarningWorld;
const faults: unknown[] = [];
beforeAll(async () => {
  world = await warningWorld({
    pace: { ...quick, slots: 6 },
    onWrongProof: (...fault) => faults.push(fault),
  });
});

const record = async (value: string, agencies: readonly Agency[] = agencyNames) => {
  for (const agency of agencies) await world.record(agency, dossierOf(agency, value));
};
const values = ['after', 'before', 'gone', 'half', 'lasting', 'midst'];
/** The alerts of an agency by what they are of, with their states. */
const shownOf = async (agency: Agency) =>
  (await world.of[agency].models.alerts.find().lean())
    .map(({ indicator, state }) => {
      const value = values.find((each) => testNaming.idOf('DOMAIN', `${each}.example.net`) === indicator);
      return `${value} ${state}`;
    })
    .sort();
const idsOf = async (agency: Agency) =>
  (await world.of[agency].models.alerts.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);
const epochOf = (agency: Agency) =>
  world.of[agency].models.indicatorEpochs.findById(`${others[agency]} ${newEpoch}`).lean();
const leftOf = (agency: Agency, epoch: string) =>
  world.of[agency].models.toldIndicators.countDocuments({ epoch });

/** Lets rounds go by until a change has come so far at both. */
async function until(moment: 'readyAt' | 'doneAt', each?: (message: Message) => Message | undefined) {
  let parked = 0;
  for (let round = 0; round < 40; round++) {
    const epochs = await Promise.all(agencyNames.map(epochOf));
    if (epochs.every((epoch) => epoch?.[moment] && epoch[`${moment.slice(0, -2)}ThereAt` as 'readyThereAt']))
      return parked;
    parked += await world.rounds(1, each);
  }
  throw new Error(`the change never came to ${moment}`);
}

test('the yearly change of keys keeps every alert, makes none, and loses nothing that is recorded meanwhile', async () => {
  await record('before');
  await record('gone');
  await record('half', ['BELARUS']);
  await record('lasting', ['RUSSIA']);
  for (let each = 0; each < 6; each++)
    for (const agency of agencyNames) await record(`${agency.slice(0, 1)}only${each}`, [agency]);
  await world.rounds(6);
  const first = { BELARUS: await idsOf('BELARUS'), RUSSIA: await idsOf('RUSSIA') };
  expect(await shownOf('BELARUS')).toEqual(['before NEW', 'gone NEW']);
  expect(await leftOf('RUSSIA', oldEpoch)).toBeGreaterThan(16);

  addNextKeys(world.keys);
  await world.rounds(2);
  expect((await epochOf('BELARUS'))?.doneAt).toBeUndefined();
  // What is recorded in the midst is found as soon as ever.
  await record('half', ['RUSSIA']);
  await record('midst');
  await world.rounds(3);
  for (const agency of agencyNames)
    expect(await shownOf(agency)).toEqual(['before NEW', 'gone NEW', 'half NEW', 'midst NEW']);
  // And what is taken back closes the alert that was there.
  await world.contest('BELARUS', dossierOf('BELARUS', 'gone'));
  await world.rounds(3);
  const midst = ['before NEW', 'gone CLOSED', 'half NEW', 'midst NEW'];
  for (const agency of agencyNames) expect(await shownOf(agency)).toEqual(midst);

  expect(await until('readyAt')).toBe(0);
  await record('after');
  await world.rounds(4);
  expect(await until('doneAt')).toBe(0);
  for (const agency of agencyNames) {
    expect(await shownOf(agency)).toEqual(['after NEW', ...midst]);
    // Those of before are the same ones.
    expect(await idsOf(agency)).toEqual(expect.arrayContaining(first[agency]));
    // All that the other has told is of the new epoch, dummies too.
    expect(await leftOf(agency, oldEpoch)).toBe(0);
  }

  for (const agency of agencyNames) dropOldKey(world.keys, agency);
  await world.rounds(1);
  for (const agency of agencyNames) dropOldKeyOfOther(world.keys, agency);
  await world.rounds(1);
  for (const agency of agencyNames) {
    const { indicators, toldIndicators } = world.of[agency].models;
    const left = { $or: [{ was: { $exists: true } }, { raised: { $exists: true } }] };
    expect([await indicators.countDocuments(left), await toldIndicators.countDocuments(left)]).toEqual([
      0, 0,
    ]);
    expect(await indicators.countDocuments({ epoch: oldEpoch })).toBe(0);
  }
  // What was recorded before the change and is held by the other only now, and what is taken back only now.
  await record('lasting', ['BELARUS']);
  await world.contest('RUSSIA', dossierOf('RUSSIA', 'before'));
  await world.rounds(4);
  for (const agency of agencyNames)
    expect(await shownOf(agency)).toEqual([
      'after NEW',
      'before CLOSED',
      'gone CLOSED',
      'half NEW',
      'lasting NEW',
      'midst NEW',
    ]);
  // Nobody can name what was taken back, by the reference of either epoch.
  expect(
    await world.of.RUSSIA.models.hits.countDocuments({ dossier: dossierOf('RUSSIA', 'before')._id }),
  ).toBe(0);
  expect(faults).toEqual([]);
}, 300_000);
