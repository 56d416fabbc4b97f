import { confirmedLink, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, draftOf } from '../../api/requests/support.ts';
import { domain, holding, type ShownAlert, type WarningWorld, warningWorld } from './support.ts';

let world: WarningWorld;
let held: ReturnType<typeof holding>;
let alert: ShownAlert;
let numbers = 0;

beforeAll(async () => {
  world = await warningWorld();
});

beforeEach(async () => {
  numbers += 1;
  const things = [domain(`steps-${numbers}.example.net`)];
  held = holding(`BY-HE1D${String(numbers).padStart(12, '0')}`, things);
  await world.record('BELARUS', held);
  await world.record('RUSSIA', holding(`RU-HE1D${String(numbers).padStart(12, '0')}`, things));
  await world.rounds(3);
  const found = (await world.alerts('BELARUS')).find(({ dossiers }) => dossiers[0]?.id === held._id);
  if (!found) throw new Error('no alert was raised');
  alert = found;
});

const target = (version: number) => ({ alert: alert.id, version });
const state = async () => (await world.of.BELARUS.models.alerts.findById(alert.id).lean())?.state;
/** A request that is drafted about the other side of an alert. */
const asked = (reference: string, number: string = caseOf.BELARUS) =>
  act('belarus', world.as('BELARUS', 'INVESTIGATOR').for('INVESTIGATION', number), 'draftRequest', {
    ...draftOf({ hit: reference }),
    to: 'RUSSIA',
    offence: '209',
  });

test('a step is for officers of the alert’s case: a LIAISON of another one, who lists it, takes none', async () => {
  const other = world.as('BELARUS', 'LIAISON').for('INVESTIGATION', 'BY-2026-000999');
  const none = world.as('BELARUS', 'LIAISON').for('PREVENTION');
  const before = world.heard.RUSSIA.length;
  const step = async (action: string, given: object, officer?: ReturnType<WarningWorld['as']>) =>
    (await world.step('BELARUS', action, given, officer)).codes;
  for (const officer of [other, none]) {
    expect((await world.alerts('BELARUS', officer)).map(({ id }) => id)).toContain(alert.id);
    expect(await step('acknowledgeAlert', target(1), officer)).toEqual(['FORBIDDEN']);
    expect(await step('callWidelyShared', target(1), officer)).toEqual(['FORBIDDEN']);
  }
  const own = world.as('BELARUS', 'LIAISON').for('INVESTIGATION', alert.case);
  expect(await step('acknowledgeAlert', target(1), own)).toEqual([]);
  const all = Array.from({ length: 25 }, () =>
    step('dismissAlert', { ...target(2), reason: 'SAME_CASE' }, other),
  );
  expect(new Set((await Promise.all(all)).flat())).toEqual(new Set(['FORBIDDEN']));
  expect(await step('actOnAlert', { ...target(2), means: 'OPERATION', named: 'Heron' }, other)).toEqual([
    'FORBIDDEN',
  ]);
  await world.handOver();
  expect(world.heard.RUSSIA).toHaveLength(before);
  expect(await state()).toBe('ACKNOWLEDGED');
  expect(await step('dismissAlert', { ...target(2), reason: 'SAME_CASE' }, own)).toEqual([]);
  expect(await state()).toBe('DISMISSED');
});

test('an officer who acts on an alert names what there is and what they may know of; all else is answered as what is not', async () => {
  const linked = holding('BY-STEPS00000000001', [], confirmedLink('RU-STEPS0000000L1NK'));
  const released = holding('BY-STEPS00000000002', [], { releases: [releaseOf({ id: 'VGRANTED' })] });
  await world.record('BELARUS', linked, released);
  const own = (await asked(alert.reference)).id;
  const others = (await asked(alert.reference, 'BY-2026-000999')).id;
  const release = `R-${released._id}-VGRANTED`;
  const [officer, liaison] = [world.as('BELARUS', 'INVESTIGATOR'), world.as('BELARUS', 'LIAISON')];
  const named = async (means: string, given: string, by = officer) => {
    const { result } = await world.step('BELARUS', 'actOnAlert', { ...target(2), means, named: given }, by);
    return result;
  };
  await world.step('BELARUS', 'acknowledgeAlert', target(1));
  // The alert's own dossier has neither a link nor a release; an INVESTIGATOR reads no links.
  for (const [means, id, by] of [
    ['REQUEST', 'BYQ-0000000000000000', officer],
    ['REQUEST', others, officer],
    ['REQUEST', held._id, officer],
    ['LINK', held._id, liaison],
    ['LINK', 'BY-0000000000N0NE', liaison],
    ['LINK', linked._id, officer],
    ['RELEASE', `R-${held._id}-VGRANTED`, officer],
    ['RELEASE', own, officer],
  ] as const)
    expect(await named(means, id, by)).toEqual({ __typename: 'UnknownRecord', unknown: id });
  expect(await state()).toBe('ACKNOWLEDGED');
  for (const [means, id, by] of [
    ['REQUEST', own, officer],
    ['LINK', linked._id, liaison],
    ['RELEASE', release, officer],
  ] as const) {
    expect(await named(means, id, by)).toMatchObject({ alert: { state: 'ACTED', means, named: id } });
    // As it was before, for the next one.
    await world.of.BELARUS.models.alerts.updateOne(
      { _id: alert.id },
      { $set: { version: 2, state: 'ACKNOWLEDGED' }, $unset: { 'alert.acted': 1 } },
    );
  }
});
