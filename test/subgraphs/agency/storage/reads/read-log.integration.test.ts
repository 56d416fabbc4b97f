import { AsyncLocalStorage } from 'node:async_hooks';
import { GraphQLError } from 'graphql';
import { mongo } from 'mongoose';
import type { ReadPart } from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { ReadLog } from '../../../../../subgraphs/agency/storage/reads/read-log.ts';

const part = (_id: string) => ({ _id }) as ReadPart;
const idsOf = (parts: readonly ReadPart[]) => parts.map(({ _id }) => _id);

function recording(failing: () => Error | undefined = () => undefined) {
  const batches: string[][] = [];
  const log = new ReadLog(async (parts) => {
    batches.push(idsOf(parts));
    const error = failing();
    if (error) throw error;
  });
  return { batches, log };
}

describe('the group commit', () => {
  test('writes what the requests of a tick have read by one command, and of the next by another', async () => {
    const { batches, log } = recording();
    await Promise.all([log.append(part('a')), Promise.resolve().then(() => log.append(part('b')))]);
    await log.append(part('c'));
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  test('lets no answer leave before its batch is written', async () => {
    let written: () => void = () => undefined;
    const log = new ReadLog(
      () =>
        new Promise((resolve) => {
          written = resolve;
        }),
    );
    const order: string[] = [];
    const answering = log.append(part('a')).then(() => order.push('answered'));
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    order.push('written');
    written();
    await answering;
    expect(order).toEqual(['written', 'answered']);
  });

  test('fails each that waits with an error of its own, so that what is noted of one is not noted of another', async () => {
    const cause = new Error('gone');
    const { log } = recording(() => cause);
    const failed = await Promise.allSettled([log.append(part('a')), log.append(part('b'))]);
    const [one, other] = failed.map((each) => (each.status === 'rejected' ? each.reason : undefined));
    expect([one instanceof GraphQLError, one.originalError, other.originalError]).toEqual([
      true,
      cause,
      cause,
    ]);
    expect(one).not.toBe(other);
  });

  test('fails those alone that the server has refused, when it names them', async () => {
    const refused = new mongo.MongoBulkWriteError(
      { message: 'refused', code: 11000, writeErrors: [{ index: 1 } as mongo.WriteError] },
      { getWriteConcernError: () => undefined } as unknown as mongo.BulkWriteResult,
    );
    const { log } = recording(() => refused);
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((id) => log.append(part(id))));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('is no part of the request that began it', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const log = new ReadLog(async () => void seen.push(request.getStore()));
    await request.run('one', () => log.append(part('a')));
    expect(seen).toEqual([undefined]);
  });
});
