import { expect, test } from 'vitest';
import { checkEpochs } from '../../../subgraphs/agency/check-epochs.ts';
import type { EpochRecord } from '../../../subgraphs/agency/records/indicators/epoch-record.ts';
import { addNextKeys, dropOldKey, newKeys } from '../../support/two-key/change-keys.ts';

const at = new Date('2027-01-04T00:00:00Z');
const records: EpochRecord[] = [
  { _id: 'RUSSIA 2026', other: 'RUSSIA', epoch: '2026', begunAt: at, doneAt: at, doneThereAt: at },
  { _id: 'RUSSIA 2027', other: 'RUSSIA', epoch: '2027', begunAt: at },
];

async function checked(change: (keys: ReturnType<typeof newKeys>) => void): Promise<string[]> {
  const keys = newKeys();
  change(keys);
  const warned: string[] = [];
  const log = { warn: (...given: unknown[]) => void warned.push(String(given[1])) };
  await checkEpochs('BELARUS', keys.BELARUS, { epochs: async () => records }, log as never);
  return warned;
}

test('keys that go with what is on record are accepted', async () => {
  expect(await checked(addNextKeys)).toEqual([]);
});

test('an old key that was dropped too early, or a next one that is gone, is a line that says what to do', async () => {
  const dropped = checked((keys) => {
    addNextKeys(keys);
    dropOldKey(keys, 'BELARUS');
  });
  await expect(dropped).rejects.toThrow(
    'BELARUS_INDICATOR_KEYS: the old key is still needed: the change to 2027 with RUSSIA has not ended at both.',
  );
  await expect(checked(() => undefined)).rejects.toThrow('BELARUS_INDICATOR_KEYS: the next key is gone');
});

test('a next key without that of the other agency is told of', async () => {
  const warned = await checked((keys) => {
    addNextKeys(keys);
    const theirs = keys.BELARUS.others.get('RUSSIA');
    delete theirs?.next;
  });
  expect(warned).toEqual([
    'the change of epoch waits for the next key of the other agency, of the same epoch',
  ]);
});
