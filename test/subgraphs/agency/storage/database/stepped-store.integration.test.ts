import mongoose, { Schema } from 'mongoose';
import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';
import {
  newestOf,
  type SteppedRecord,
  type SteppedStore,
  steppedStore,
} from '../../../../../subgraphs/agency/storage/database/stepped-store.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { atEndOfFile } from '../../../../support/end-of-file.ts';

interface Half extends SteppedRecord {
  list: string;
  due?: Date | undefined;
  of?: { count: number };
}

const schema = new Schema<Half>(
  {
    _id: { type: String, required: true },
    version: Number,
    place: String,
    list: { type: String, required: true },
    due: Date,
    of: new Schema({ count: Number }, { _id: false }),
    pending: { type: [Schema.Types.Mixed], default: undefined },
  },
  { strict: 'throw', strictQuery: 'throw', versionKey: false },
);
const half = (id: string, changed: Partial<Half> = {}): Half => ({
  _id: id,
  version: 1,
  place: id,
  list: 'A',
  ...changed,
});
const message = (id: string): Message => ({
  id,
  to: 'RUSSIA',
  type: 'concord.request.withdrawn.v1',
  at: new Date(0),
  data: {},
});

let halves: mongoose.Model<Half>;
let store: SteppedStore<Half>;
let told = 0;
beforeAll(async () => {
  const { uri, drop } = freshDatabase();
  const connection = await mongoose.createConnection(uri).asPromise();
  atEndOfFile(async () => {
    await connection.close();
    await drop();
  });
  halves = connection.model<Half>('Half', schema);
  store = steppedStore(halves, () => {
    told += 1;
  });
});

test('of two steps from one version one is written, with its messages behind those that wait', async () => {
  await halves.create([half('1')]);
  const before = told;
  expect(await store.replace(half('1', { version: 2 }), [message('m1')])).toBe('WRITTEN');
  expect(await store.replace(half('1', { version: 2, list: 'B' }), [message('other')])).toBe('CONFLICT');
  expect(await store.replace(half('1', { version: 3 }), [])).toBe('WRITTEN');
  expect(await store.replace(half('1', { version: 4 }), [message('m2')])).toBe('WRITTEN');
  expect(await store.read('1')).toEqual(half('1', { version: 4, pending: [message('m1'), message('m2')] }));
  expect(told - before).toBe(2);
});

test('a step leaves nothing of what it leaves out', async () => {
  await halves.create([half('2', { due: new Date(0), of: { count: 1 } })]);
  await store.replace(half('2', { version: 2, due: undefined }), []);
  expect(await halves.collection.findOne({ _id: '2' as never })).toEqual(half('2', { version: 2 }));
});

test('a record that does not pass its schema is not written', async () => {
  await halves.create([half('3')]);
  await expect(store.replace(half('3', { version: 2, list: '' }), [])).rejects.toThrow('required');
  expect(await store.readEach(['3', 'none'])).toEqual([half('3')]);
});

test('what waits for a failover writes nothing', async () => {
  await halves.create([half('4')]);
  await store.confirm('4');
  expect(await store.read('4')).toEqual(half('4'));
});

test('the newest of several lists come in one order, each once', async () => {
  await halves.create(['51', '52', '53', '54'].map((id) => half(id, { list: Number(id) % 2 ? 'C' : 'D' })));
  const idsOf = async (before: string | undefined, limit: number) =>
    (
      await newestOf(halves, [{ list: 'C' }, { list: 'D' }, { list: { $in: ['C', 'D'] } }], { before, limit })
    ).map(({ _id }) => _id);
  expect(await idsOf(undefined, 3)).toEqual(['54', '53', '52']);
  expect(await idsOf('52', 3)).toEqual(['51']);
});
