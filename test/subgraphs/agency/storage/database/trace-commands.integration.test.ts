import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { Connection } from 'mongoose';
import { inSpan } from '../../../../../server/tracing/in-span.ts';
import { connectDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';

const database = freshDatabase();
const exporter = new InMemorySpanExporter();
let connection: Connection;

beforeAll(async () => {
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register({ contextManager: new AsyncLocalStorageContextManager().enable(), propagator: null });
  connection = await connectDatabase('BELARUS', database.uri);
});
afterEach(() => exporter.reset());
afterAll(async () => {
  await connection.close();
  await database.drop();
  trace.disable();
  context.disable();
});

const collection = () => connection.collection<{ _id: number; name: string }>('people');
const secret = { name: 'MARK-OF-A-FILTER' };
const within = <Found>(work: () => Promise<Found>) => inSpan('graphql.execute', {}, work);
const commands = () => exporter.getFinishedSpans().filter(({ name }) => name === 'mongodb');
const told = () => commands().map(({ attributes }) => attributes);
const of = (operation: string) => ({
  'db.system.name': 'mongodb',
  'db.namespace': database.name,
  'db.operation.name': operation,
  'db.collection.name': 'people',
});

describe('a MongoDB command', () => {
  test('within a span is one beneath it, and says its name and collection alone', async () => {
    await within(() => collection().findOne(secret));
    expect(told()).toEqual([of('find')]);
    const [command] = commands();
    const above = exporter.getFinishedSpans().find(({ name }) => name === 'graphql.execute');
    expect(command?.parentSpanId).toBe(above?.spanContext().spanId);
  });

  test('that goes on with a cursor says the collection too', async () => {
    await collection().insertMany([1, 2, 3].map((_id) => ({ _id, ...secret })));
    await within(() => collection().find({}).batchSize(2).toArray());
    expect(told()).toEqual([of('find'), of('getMore')]);
  });

  test('that fails says the kind of its error, and nothing of what was sent', async () => {
    const failing = within(() =>
      collection()
        .aggregate([{ $set: { a: { $noSuch: secret.name } } }])
        .toArray(),
    );
    await expect(failing).rejects.toThrow();
    expect(told()).toEqual([{ ...of('aggregate'), 'error.type': 'MongoServerError' }]);
    const [command] = commands();
    expect(JSON.stringify([command?.status, command?.events])).not.toContain('MARK');
  });

  test('that belongs to no span is none', async () => {
    await collection().findOne(secret);
    expect(exporter.getFinishedSpans()).toEqual([]);
  });
});
