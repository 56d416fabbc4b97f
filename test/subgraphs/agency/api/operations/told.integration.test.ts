import { applyEvent } from '../../../../../subgraphs/agency/channel/in/apply-record.ts';
import { newMessageId } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { toldMessage } from '../../../../../subgraphs/agency/records/operations/operation-data.ts';
import type { OperationRecord } from '../../../../../subgraphs/agency/records/operations/operation-record.ts';
import { isPassing } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { operationRestatement } from '../../../../../subgraphs/agency/storage/operations/operation-restatement.ts';
import type { Side } from '../../../../support/world/sides.ts';
import { otherSide } from '../../../../support/world/sides.ts';
import { act, type OperatingAgencies, operatingAgencies, read } from './support.ts';

let world: OperatingAgencies;
beforeAll(async () => {
  world = await operatingAgencies();
});

const recordOf = async (side: Side, id: string): Promise<OperationRecord> => {
  const found = await world.of[side].stores.operations.read(id);
  if (!found) throw new Error(`${side} has no operation ${id}`);
  return found;
};

/** Has a message of the other agency's arrive. */
const apply = (to: Side, data: Readonly<Record<string, unknown>>) =>
  applyEvent(
    world.of[to].effects,
    {
      ...{ id: newMessageId(world.now), from: otherSide(to), to, number: 1_000, at: world.now, data },
      type: 'concord.operation.told.v1',
    },
    { now: world.now, isPassing },
  );

/** States anew to the other agency all that this one has told it. */
async function restate(from: Side) {
  const results = [];
  const { models } = world.of[from];
  for await (const { data } of operationRestatement(models).messagesTo(otherSide(from), world.now))
    results.push(await apply(otherSide(from), data));
  return results;
}

test('a message is applied once, however often it comes', async () => {
  const operation = await world.agreed();
  const { operation: half } = await recordOf('RUSSIA', operation);
  const before = await recordOf('BELARUS', operation);
  const { data } = toldMessage(half, world.now);
  expect([await apply('BELARUS', data), await apply('BELARUS', data)]).toEqual(['APPLIED', 'APPLIED']);
  const { version: _was, pending: _none, ...was } = before;
  const { version: _is, pending: _left, ...is } = await recordOf('BELARUS', operation);
  expect(is).toEqual(was);
  const notices = await world.BELARUS.models.notices.find({ 'data.operation': operation }).lean();
  expect(notices.map(({ kind }) => kind)).toEqual(['OPERATION_AGREED']);
});

test('a message about an operation with a third agency, or of an id that is neither’s, waits for an officer', async () => {
  const operation = await world.proposed({ name: 'BRAMBLING' });
  const { operation: half } = await recordOf('BELARUS', operation);
  await world.RUSSIA.models.operations.collection.updateOne(
    { _id: operation as never },
    { $set: { other: 'THIRD' } },
  );
  const before = await world.RUSSIA.models.operations.collection.findOne({ _id: operation as never });
  const { data } = toldMessage(half, world.now);
  expect(await apply('RUSSIA', data)).toEqual({ parked: 'NOT_ITS_OPERATION' });
  expect(await world.RUSSIA.models.operations.collection.findOne({ _id: operation as never })).toEqual(
    before,
  );
  await world.RUSSIA.models.operations.collection.deleteOne({ _id: operation as never });
});

test('what another agency consents to that was never offered waits for an officer, and changes nothing', async () => {
  const operation = await world.proposed({ name: 'BUNTING' });
  const { operation: half } = await recordOf('RUSSIA', operation);
  const accepted = { n: 7, offered: world.now, at: world.now, case: 'RU-2026-000001' };
  const { data } = toldMessage({ ...half, mine: { ...half.mine, told: 9, accepted } }, world.now);
  expect(await apply('BELARUS', data)).toEqual({ parked: 'OPERATION_CONTRADICTED' });
  expect(await read(world.belarus.head(), 'BELARUS', operation)).toMatchObject({ state: 'PROPOSED' });
  expect(await apply('BELARUS', { operation, side: { told: 'x' } })).toEqual({
    parked: 'DATA_NOT_UNDERSTOOD',
  });
});

test('an agency that has lost the operation is told the offer anew, and believes of itself what withholds', async () => {
  const operation = await world.agreed({ name: 'BUZZARD' });
  await act(world.russia.head(), 'RUSSIA', 'suspendOperation', { operation });
  await world.settle();
  await world.RUSSIA.models.operations.deleteOne({ _id: operation });
  await restate('BELARUS');
  // Its own acceptance is gone, and is believed of nobody; that it had suspended is.
  const { operation: half, state } = await recordOf('RUSSIA', operation);
  expect(state).toBe('PROPOSED');
  expect(half.mine.suspensions).toBeGreaterThan(0);
  expect(half.mine.accepted).toBeUndefined();
});

test('an operation that was erased by its term is not made anew', async () => {
  const operation = await world.proposed({ name: 'CHAFFINCH' });
  const liaison = world.belarus.liaison();
  await world.nameMembers('BELARUS', operation);
  await world.stepNow(liaison, 'BELARUS', 'declineOperation', { operation, offer: 1 });
  await world.sign('BELARUS', operation);
  await world.settle();
  expect((await recordOf('RUSSIA', operation)).over).toBeDefined();
  world.pass(6 * 366 * 86_400_000);
  await world.settle();
  const report = await world.RUSSIA.runDay(world.now);
  expect(report).toMatchObject({ operationsErased: expect.any(Number) });
  expect(await world.RUSSIA.stores.operations.read(operation)).toBeNull();
  await restate('BELARUS');
  expect(await world.RUSSIA.stores.operations.read(operation)).toBeNull();
});
