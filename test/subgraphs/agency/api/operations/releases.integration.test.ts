import { confirmedLink } from '../../../../support/hand-made-dossiers.ts';
import { halfOf } from '../../records/dossier/releases/support.ts';
import { bareDossier, hour } from '../requests/support.ts';
import { type OperatingAgencies, operatingAgencies, read } from './support.ts';

const linked = 'BY-11NKED0000000001';
const unlinked = 'BY-N0T11NKED0000001';
const theirs = 'RU-11NKED0000000001';

let world: OperatingAgencies;
beforeAll(async () => {
  world = await operatingAgencies({
    BELARUS: [bareDossier(linked, confirmedLink(theirs)), bareDossier(unlinked)],
  });
});

/** What Russia's officers read of the dossier, under the case of the operation or another one. */
const readAbroad = async (number = 'RU-2026-000001') => {
  const { data } = await world.BELARUS.as('RUSSIA', 'INVESTIGATOR')
    .for('INVESTIGATION', number)
    .at(world.now)
    .run(halfOf('id names { full }'), { of: [{ __typename: 'Suspect', id: linked }] });
  return data?._entities[0].belarus?.names ?? null;
};

/** The other agency is heard of, as it is every hour. */
const greet = () =>
  world.BELARUS.models.peers.updateOne(
    { _id: 'RUSSIA' },
    { $set: { lastGreeting: { at: world.now, sent: 0, received: 0 }, refused: 0, gaps: 0 } },
    { upsert: true },
  );

const releasesOf = async () => {
  const dossier = await world.BELARUS.models.dossiers.findById(linked).lean();
  return (dossier?.releases ?? []).map(({ operation, isHeld, grantedAt, recalledBy }) => ({
    operation,
    isHeld: isHeld ?? false,
    isGranted: grantedAt !== undefined && grantedAt !== null,
    recalledBy,
  }));
};

/** An operation with a release that was drafted, proposed and granted by three officers. */
async function withRelease(name: string) {
  const operation = await world.agreed({ name });
  await world.nameMembers('BELARUS', operation);
  await greet();
  const drafted = await world.stepNow(world.belarus.lead(), 'BELARUS', 'draftOperationReleases', {
    ...{
      operation,
      reason: 'Both agencies follow him',
      releases: [{ dossier: linked, classes: ['IDENTITY'] }],
    },
  });
  expect(drafted.refused).toEqual([]);
  const draft = drafted.half.releaseDrafts[0]?.id;
  const liaison = world.belarus.liaison();
  expect(await world.waitingFor(liaison, 'BELARUS')).toContain('OPERATION_RELEASE_TO_PROPOSE');
  const proposed = await world.stepNow(liaison, 'BELARUS', 'proposeOperationRelease', { operation, draft });
  expect(proposed).toMatchObject({ refused: [], half: { releaseDrafts: [] } });
  const dossier = await world.BELARUS.models.dossiers.findById(linked).lean();
  const release = dossier?.releases.at(-1)?.id;
  await world.grant(linked, release ?? '');
  return operation;
}

test('only a linked suspect’s dossier is drafted for, by a member who may read it', async () => {
  const operation = await world.agreed({ name: 'BITTERN' });
  const draft = (dossier: string, officer = world.belarus.lead()) =>
    world.stepNow(officer, 'BELARUS', 'draftOperationReleases', {
      ...{ operation, reason: 'as agreed', releases: [{ dossier, classes: ['IDENTITY'] }] },
    });
  expect((await draft(unlinked)).refused).toEqual(['releases.0.dossier NOT_LINKED']);
  expect((await draft('BY-N0NE000000000001')).refused).toEqual(['UnknownRecord']);
  expect((await draft(linked, world.officer('BELARUS', 'INVESTIGATOR', 'nobody'))).refused).toEqual([
    'UnknownRecord',
  ]);
});

describe('a release for an operation', () => {
  test('opens what it names for the other agency’s case once it was granted, and closes at once with the owner’s end', async () => {
    const operation = await withRelease('BLACKCAP');
    expect(await readAbroad()).toBeNull();
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    expect(await readAbroad('RU-2026-000002')).toBeNull();
    // The channel carries nothing any more.
    await world.step(world.belarus.head(), 'BELARUS', 'endOperation', { operation });
    expect(await readAbroad()).toBeNull();
    expect((await releasesOf()).at(-1)).toMatchObject({ operation, recalledBy: 'term' });
    expect(await read(world.russia.lead(), 'RUSSIA', operation)).toMatchObject({ state: 'ACTIVE' });
    await world.settle();
    expect(await read(world.russia.lead(), 'RUSSIA', operation)).toMatchObject({ state: 'ENDED' });
    const kept = await world.BELARUS.models.operations.findById(operation).lean();
    await world.BELARUS.settleOperations(world.now);
    expect(kept?.releasing).toBeUndefined();
  });

  test('is held while either suspends it, and closes on the other agency’s word alone', async () => {
    const operation = await withRelease('BLACKBIRD');
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    await world.step(world.belarus.head(), 'BELARUS', 'suspendOperation', { operation });
    expect(await readAbroad()).toBeNull();
    await world.settle();
    await world.stepNow(world.russia.head(), 'RUSSIA', 'resumeOperation', { operation });
    await world.settle();
    await world.stepNow(world.belarus.head(), 'BELARUS', 'resumeOperation', { operation });
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    await world.step(world.russia.head(), 'RUSSIA', 'endOperation', { operation });
    // Its word has not come yet.
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    await world.carryFrom('RUSSIA');
    expect(await readAbroad()).toBeNull();
  });

  test('is held while nothing is heard of the other agency for a day, and opens again on hearing', async () => {
    const operation = await withRelease('CRANE');
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    world.pass(24 * hour);
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).toBeNull();
    expect((await releasesOf()).at(-1)).toMatchObject({ operation, isHeld: true });
    await greet();
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
  });

  test('ends on the operation’s last day, whatever the agencies do', async () => {
    await withRelease('CUCKOO');
    await world.BELARUS.settleOperations(world.now);
    expect(await readAbroad()).not.toBeNull();
    world.pass(21 * 24 * hour);
    expect(await readAbroad()).toBeNull();
  });
});
