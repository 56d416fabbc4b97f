import { rekey } from '../../../../subgraphs/agency/jobs/rekey.ts';
import type { RekeyingStore } from '../../../../subgraphs/agency/storage/stores/rekeying-store.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { keysOf, testNaming } from '../../../support/match-keys.ts';

const keys = keysOf('new');

/** A store of three batches of one dossier, which says in what order it was asked. */
function batches(write: (number: number, asked: readonly string[]) => Promise<number>) {
  const asked: string[] = [];
  const store: RekeyingStore = {
    async *underOtherKeys() {
      for (const number of [1, 2, 3]) {
        asked.push(`read ${number}`);
        yield [dossierOf(`BY-000000000${number}`)];
      }
    },
    rekey([one]) {
      const number = Number(one?.dossier._id.at(-1));
      asked.push(`write ${number}`);
      return write(number, asked);
    },
    left: async () => 0,
    async renewIndex() {
      asked.push('renew');
    },
  };
  return { store, asked };
}

test('a batch is written while the next one is read and worked out, and never two at once', async () => {
  let underWay = 0;
  let most = 0;
  const { store, asked } = batches(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise(setImmediate);
    underWay -= 1;
    return 1;
  });
  expect(await rekey(store, keys, testNaming)).toEqual({ rekeyed: 3, left: 0 });
  expect(asked).toEqual(['read 1', 'write 1', 'read 2', 'write 2', 'read 3', 'write 3']);
  expect(most).toBe(1);
});

test('the next batch is read before the one at hand is written', async () => {
  let isRead: (() => void) | undefined;
  const { store, asked } = batches(async (number) => {
    // Without it the first write would wait for ever.
    if (number === 1)
      await new Promise<void>((resolve) => {
        isRead = resolve;
      });
    return 1;
  });
  const reading = store.underOtherKeys;
  store.underOtherKeys = async function* (...given) {
    for await (const batch of reading(...given)) {
      if (asked.includes('read 2')) isRead?.();
      yield batch;
    }
  };
  expect(await rekey(store, keys, testNaming)).toEqual({ rekeyed: 3, left: 0 });
});

test('what goes wrong with a write ends the run, and nothing more is written', async () => {
  const { store, asked } = batches(async (number) => {
    if (number === 2) throw new Error('no primary');
    return 1;
  });
  await expect(rekey(store, keys, testNaming)).rejects.toThrow('no primary');
  expect(asked).not.toContain('write 3');
  expect(asked).not.toContain('renew');
});

test('what goes wrong with reading is told after the batch at hand is written', async () => {
  const progress: number[] = [];
  const { store } = batches(async () => 1);
  const reading = store.underOtherKeys;
  store.underOtherKeys = async function* (...given) {
    for await (const batch of reading(...given)) {
      if (progress.length > 0) throw new Error('cursor not found');
      yield batch;
    }
  };
  await expect(
    rekey(store, keys, testNaming, { onProgress: (dossiers) => progress.push(dossiers) }),
  ).rejects.toThrow('cursor not found');
  expect(progress).toEqual([1, 1]);
});

test('the index is made anew where that is asked for, by whoever brings the last dossiers under the key, and by no other', async () => {
  const { store, asked } = batches(async () => 1);
  expect(await rekey({ ...store, left: async () => 2 }, keys, testNaming, { renewsIndex: true })).toEqual({
    rekeyed: 3,
    left: 2,
  });
  expect(asked).not.toContain('renew');
  const none: RekeyingStore = { ...store, async *underOtherKeys() {} };
  expect(await rekey(none, keys, testNaming, { renewsIndex: true })).toEqual({ rekeyed: 0, left: 0 });
  expect(asked).not.toContain('renew');
  await rekey(store, keys, testNaming);
  expect(asked).not.toContain('renew');
  await rekey(store, keys, testNaming, { renewsIndex: true });
  expect(asked.filter((what) => what === 'renew')).toHaveLength(1);
});
