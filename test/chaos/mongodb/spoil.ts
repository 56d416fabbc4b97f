import type { Name } from '../environment.ts';
import type { Ledger } from './ledger.ts';
import { inDatabase } from './stored.ts';

/**
 * Takes an acknowledged write out of a dossier, writes another one twice and removes a record of a read, behind the program's
 * back: a run that does not notice all three counts nothing.
 */
export async function spoil(uris: Record<Name, string>, ledger: Ledger): Promise<void> {
  const [lost, doubled] = ledger.writes.filter(({ effect }) => effect?.startsWith('contact '));
  const [read] = ledger.reads;
  if (!lost || !doubled || !read) throw new Error('nothing was written or read that could be spoiled');
  const entryOf = (key: string) => ({ 'idempotency.key': key });
  await inDatabase(uris[lost.agency], (db) =>
    db.collection('history').deleteOne({ record: lost.dossier, ...entryOf(lost.key) }),
  );
  await inDatabase(uris[doubled.agency], async (db) => {
    const history = db.collection<{ _id: string }>('history');
    const entry = await history.findOne({ record: doubled.dossier, ...entryOf(doubled.key) });
    if (entry) await history.insertOne({ ...entry, _id: `${entry._id} again` });
  });
  await inDatabase(uris[read.owner], (db) =>
    db.collection('reads').deleteMany({ requestId: read.requestId }),
  );
}
