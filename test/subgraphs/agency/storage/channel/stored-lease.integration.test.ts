import type { Connection } from 'mongoose';
import {
  leasesCollection,
  StoredLease,
} from '../../../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { connectDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';

const database = freshDatabase();
let connection: Connection;
beforeAll(async () => {
  connection = await connectDatabase('BELARUS', database.uri);
});
beforeEach(async () => {
  await connection.collection(leasesCollection).deleteMany({});
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

/** Two instances, each with a stopwatch of its own. */
function two() {
  const clock = { one: 0, other: 0 };
  return {
    clock,
    one: new StoredLease(connection, 'one:1', { now: () => clock.one }),
    other: new StoredLease(connection, 'other:1', { now: () => clock.other }),
  };
}

describe('the lease', () => {
  test('is one instance’s, for as long as it renews it', async () => {
    const { clock, one, other } = two();
    expect(await one.hold()).toBe(true);
    for (let second = 0; second < 20; second++) {
      clock.one = clock.other = second * 1_000;
      expect([await one.hold(), await other.hold()]).toEqual([true, false]);
    }
  });

  test('is taken over once it was not renewed for its whole time, and then lost to who had it', async () => {
    const { clock, one, other } = two();
    await one.hold();
    expect(await other.hold()).toBe(false);
    clock.other = 3_999;
    expect(await other.hold()).toBe(false);
    clock.other = 4_000;
    expect(await other.hold()).toBe(true);
    clock.one = 2_000;
    expect(await one.hold()).toBe(false);
  });

  test('is not taken by an instance whose clock is ahead, however far', async () => {
    const { clock, one, other } = two();
    clock.other = 10_000_000;
    await one.hold();
    expect(await other.hold()).toBe(false);
    clock.one += 2_000;
    clock.other += 2_000;
    expect([await one.hold(), await other.hold()]).toEqual([true, false]);
  });

  test('is taken by one of two that want it at once', async () => {
    const { clock, one, other } = two();
    await new StoredLease(connection, 'gone:1', { now: () => 0 }).hold();
    await Promise.all([one.hold(), other.hold()]);
    clock.one = clock.other = 5_000;
    const taken = await Promise.all([one.hold(), other.hold()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('is another’s at once when it is let go', async () => {
    const { one, other } = two();
    await one.hold();
    expect(await other.hold()).toBe(false);
    await one.release();
    expect(await other.hold()).toBe(true);
  });

  test('is kept by an instance that starts again at the same place', async () => {
    const { one } = two();
    await one.hold();
    expect(await new StoredLease(connection, 'one:1').hold()).toBe(true);
  });
});
