import { checkEpochs, ofMeasures } from '../../../subgraphs/agency/check-epochs.ts';
import type { EpochRecord } from '../../../subgraphs/agency/records/indicators/epoch-record.ts';
import { inBase64 } from '../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import { addNextKeys, dropOldKey, newKeys } from '../../support/two-key/change-keys.ts';

const at = new Date('2027-01-04T00:00:00Z');
const records: EpochRecord[] = [
  { _id: 'RUSSIA 2026', other: 'RUSSIA', epoch: '2026', begunAt: at, doneAt: at, doneThereAt: at },
  { _id: 'RUSSIA 2027', other: 'RUSSIA', epoch: '2027', begunAt: at },
];

const noted: string[] = [];

async function checked(
  change: (keys: ReturnType<typeof newKeys>) => void,
  publicKeys: Record<string, Uint8Array> = {},
): Promise<string[]> {
  const keys = newKeys();
  change(keys);
  const warned: string[] = [];
  const log = { warn: (...given: unknown[]) => void warned.push(String(given[1])) };
  // After the keys were changed, which may have named them.
  const stored = records.map((record) => {
    const key = publicKeys[record.epoch];
    return key ? { ...record, publicKey: inBase64(key) } : record;
  });
  noted.length = 0;
  const store = {
    epochs: async () => stored,
    noteKey: async (_other: string, { epoch }: { epoch: string }) => void noted.push(epoch),
  };
  await checkEpochs('BELARUS', keys.BELARUS, store, log as never);
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

test('another key of an epoch that has begun is a line that says which one to put back; the same one is accepted', async () => {
  const { own } = newKeys().BELARUS;
  for (const epoch of ['2026', '2027'])
    await expect(checked(addNextKeys, { [epoch]: own.current.publicKey })).rejects.toThrow(
      `BELARUS_INDICATOR_KEYS: the key of ${epoch} is not the one of the tokens that RUSSIA knows, whose public key is ${inBase64(own.current.publicKey)}. Put that one back`,
    );
  const known: Record<string, Uint8Array> = {};
  const changed = (keys: ReturnType<typeof newKeys>) => {
    addNextKeys(keys);
    const { current, next } = keys.BELARUS.own;
    known[current.epoch] = current.publicKey;
    if (next) known[next.epoch] = next.publicKey;
  };
  expect(await checked(changed, known)).toEqual([]);
  expect(noted).toEqual([]);
});

test('the key of an epoch that an earlier version has begun is noted', async () => {
  await checked(addNextKeys);
  expect(noted).toEqual(['2026', '2027']);
});

describe('the keys of measures', () => {
  const begunAt = new Date('2026-12-01T00:00:00Z');
  const shared = { other: 'RUSSIA', begunAt, readyThereAt: begunAt } as const;
  const stored: EpochRecord[] = [
    { ...shared, _id: 'RUSSIA 2026', epoch: '2026', cleanedAt: begunAt },
    { ...shared, _id: 'RUSSIA 2027', epoch: '2027' },
  ];
  const checkedAfter = async (days: number, isDropped = true) => {
    const keys = newKeys();
    if (isDropped) addNextKeys(keys);
    if (isDropped) dropOldKey(keys, 'BELARUS');
    const store = { epochs: async () => stored, noteKey: async () => undefined };
    const now = new Date(begunAt.getTime() + days * 86_400_000);
    await checkEpochs('BELARUS', keys.BELARUS, store, { warn: () => undefined } as never, ofMeasures(now));
  };

  test('let the old one go 114 days after both agencies had the next, and not before', async () => {
    await expect(checkedAfter(113)).rejects.toThrow(
      'BELARUS_INDICATOR_KEYS: the old key of measures is still needed',
    );
    await expect(checkedAfter(114)).resolves.toBeUndefined();
  });

  test('do not lose the next one, under which measures are compared', async () => {
    await expect(checkedAfter(10, false)).rejects.toThrow('the next key of measures is gone');
  });
});
