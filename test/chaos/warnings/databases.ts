import { mongo } from 'mongoose';
import { agencies, type Name } from '../environment.ts';
import type { ChaosStack } from '../stack.ts';

/** Seconds for which what a process that was killed has left open stands in the way of others, as every second of a run does. */
const longestTransaction = 3;

/** The databases of both agencies, by connections of the reader's own. */
export async function openDatabases({ uris }: Pick<ChaosStack, 'uris'>) {
  const clients = {
    belarus: new mongo.MongoClient(uris.belarus),
    russia: new mongo.MongoClient(uris.russia),
  };
  await Promise.all(agencies.map((name) => clients[name].connect()));
  for (const name of agencies)
    await clients[name]
      .db('admin')
      .command({ setParameter: 1, transactionLifetimeLimitSeconds: longestTransaction });
  return {
    of: (name: Name) => clients[name].db(),
    close: () => Promise.all(agencies.map((name) => clients[name].close())),
  };
}
export type Databases = Awaited<ReturnType<typeof openDatabases>>;
