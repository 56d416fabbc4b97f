import { freshDatabase } from '../../support/database.ts';
import { Ledger } from './ledger.ts';
import { spoil } from './spoil.ts';
import { countAll, inDatabase } from './stored.ts';

const belarus = freshDatabase();
const russia = freshDatabase();
const uris = { belarus: belarus.uri, russia: russia.uri };
const ledger = new Ledger();

/** A dossier that was recorded and amended `amended` times, with all that officers were told of it. */
async function written(id: string, amended: number): Promise<void> {
  const keys = Array.from({ length: amended + 1 }, (_, index) => `${id}-${index}`);
  const effectOf = (key: string) => (key.endsWith('-0') ? 'recorded' : `contact ${key}@example.org`);
  const lines = keys.map((key, index) => ({
    _id: `${id} ${index + 1}`,
    record: id,
    version: index + 1,
    idempotency: { key },
  }));
  await inDatabase(uris.belarus, (db) => db.collection<{ _id: string }>('history').insertMany(lines));
  await inDatabase(uris.belarus, (db) =>
    db.collection<{ _id: string }>('dossiers').insertOne({
      _id: id,
      recordedWith: `belarus-investigator-chaos-0 ${id}`,
      version: keys.length,
      contacts: keys.slice(1).map((key) => ({ value: `${key}@example.org` })),
      releases: [],
    } as { _id: string }),
  );
  for (const key of keys) ledger.done({ agency: 'belarus', dossier: id, key, effect: effectOf(key) });
}

beforeAll(async () => {
  await written('BY-1', 2);
  await written('BY-2', 1);
  await inDatabase(uris.belarus, (db) =>
    db.collection('reads').insertMany([
      { requestId: 'q1', dossiers: ['BY-1'] },
      { requestId: 'q2', dossiers: ['BY-2'] },
    ]),
  );
  ledger.shown({ owner: 'belarus', dossier: 'BY-1', requestId: 'q1' });
  ledger.shown({ owner: 'belarus', dossier: 'BY-2', requestId: 'q2' });
});
afterAll(async () => {
  await belarus.drop();
  await russia.drop();
});

test('what officers were told is found in the databases, and what is taken out behind the program is missed', async () => {
  expect(await countAll(uris, ledger)).toEqual({ lost: 0, doubled: 0, unrecorded: 0, misnumbered: 0 });
  await spoil(uris, ledger);
  expect(await countAll(uris, ledger)).toMatchObject({ lost: 1, doubled: 1, unrecorded: 1 });
});
