import { applyEvent } from '../../../subgraphs/agency/channel/in/apply-record.ts';
import { newMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import { toldMessage } from '../../../subgraphs/agency/records/operations/operation-data.ts';
import { isPassing } from '../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { operationLookups } from '../../../subgraphs/agency/storage/operations/operation-lookups.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { manyOperations } from './many-operations.ts';

/** Another agency tells of operations, of one for the first time; time and measures do what they do, and what was asked of the stores is. */
export async function exchangeOperations({
  effects,
  models,
  stores,
  settleOperations,
}: AgencyInProcess): Promise<void> {
  const now = new Date();
  const offered = await stores.operations.read(manyOperations.offered);
  if (!offered) throw new Error('no operation was offered');
  // As Russia has it: what is Belarus's own side is told as the other's.
  const { operation } = offered;
  for (const id of [operation.id, 'RUO-ARR1VED000000000']) {
    const told = toldMessage({ ...operation, id, mine: operation.theirs, theirs: operation.mine }, now);
    const event = {
      ...told,
      id: newMessageId(now),
      from: 'RUSSIA',
      to: 'BELARUS',
      number: 3_000_000,
    } as const;
    const applied = await applyEvent(effects, event, { now, isPassing });
    if (applied !== 'APPLIED') throw new Error(`not applied: ${JSON.stringify(applied)}`);
  }
  const [arrived] = await stores.operations.readEach(['RUO-ARR1VED000000000']);
  if (!arrived) throw new Error('no operation has arrived');
  await stores.operations.insert(arrived);
  await stores.operations.write({ ...arrived, version: arrived.version + 1 });
  await stores.operations.replace({ ...arrived, version: arrived.version + 2 }, []);
  await stores.operations.confirm(arrived._id);
  await stores.operationLookups.heardAt('RUSSIA');
  await operationLookups(models).with('RUSSIA', new Date(now.getTime() - 114 * 86_400_000));
  await settleOperations(now);
}
