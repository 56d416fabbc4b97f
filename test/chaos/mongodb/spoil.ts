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
    db
      .collection<{ _id: string; history: object[] }>('dossiers')
      .updateOne({ _id: lost.dossier }, { $pull: { history: entryOf(lost.key) } }),
  );
  await inDatabase(uris[doubled.agency], async (db) => {
    const dossiers = db.collection<{ _id: string; history: { idempotency: { key: string } }[] }>('dossiers');
    const dossier = await dossiers.findOne({ _id: doubled.dossier });
    const entry = dossier?.history.find(({ idempotency }) => idempotency.key === doubled.key);
    if (entry) await dossiers.updateOne({ _id: doubled.dossier }, { $push: { history: entry } });
  });
  await inDatabase(uris[read.owner], (db) =>
    db.collection('reads').deleteMany({ requestId: read.requestId }),
  );
}
