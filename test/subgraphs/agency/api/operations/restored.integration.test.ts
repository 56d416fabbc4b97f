import { act, type OperatingAgencies, operatingAgencies } from './support.ts';

let world: OperatingAgencies;
beforeAll(async () => {
  world = await operatingAgencies();
});

test('an end is believed of an agency whose word is parked, since this one has lost the offer that it accepted', async () => {
  const { belarus, russia } = world;
  const { models } = world.BELARUS;
  const { id } = await act(belarus.liaison(), 'BELARUS', 'proposeOperation', {
    ...{ to: 'RUSSIA', terms: world.terms(), lead: world.leadOf('BELARUS') },
  });
  const copy = await models.operations.findById(id).lean();
  await world.sign('BELARUS', id);
  await world.settle();
  await world.stepNow(russia.liaison(), 'RUSSIA', 'acceptOperation', {
    ...{ operation: id, offer: 1, lead: world.leadOf('RUSSIA') },
  });
  await world.sign('RUSSIA', id);
  // The database is restored, and the same offer is signed anew.
  await models.operations.replaceOne({ _id: id }, copy ?? {});
  world.pass(60_000);
  await world.sign('BELARUS', id);
  await world.step(russia.head(), 'RUSSIA', 'endOperation', { operation: id });
  await world.settle();
  const received = await models.inbox.find({}).lean();
  expect(JSON.stringify(received)).toContain('OPERATION_CONTRADICTED');
  const kept = await models.operations.findById(id).lean();
  expect(kept).toMatchObject({ state: 'PROPOSED', operation: { theirs: { ended: expect.any(Date) } } });
  expect(kept?.operation.theirs.accepted).toBeUndefined();
});
