import { mongo } from 'mongoose';
import { agencies, type Name, otherThan } from '../environment.ts';
import {
  countNotices,
  countReads,
  countWrites,
  misnumbered,
  type StoredDossier,
  type StoredNotice,
  type StoredRead,
} from './count.ts';
import type { Ledger } from './ledger.ts';

/** Works on an agency's database beside the program, on what a majority of its members has. */
export async function inDatabase<Result>(
  uri: string,
  work: (db: mongo.Db) => Promise<Result>,
): Promise<Result> {
  const client = await mongo.MongoClient.connect(uri, {
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority' },
  });
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}

export interface Count {
  lost: number;
  doubled: number;
  unrecorded: number;
  /** Dossiers whose history has a gap. */
  misnumbered: number;
}

interface StoredLine {
  record: string;
  version: number;
  idempotency: { key: string };
}

/** Each dossier with its history, which is in a collection of its own. */
async function withHistory(
  db: mongo.Db,
  dossiers: readonly Omit<StoredDossier, 'history'>[],
): Promise<StoredDossier[]> {
  const lines = await db.collection<StoredLine>('history').find().sort({ _id: 1 }).toArray();
  const ofRecord = new Map<string, StoredLine[]>();
  for (const line of lines) ofRecord.set(line.record, [...(ofRecord.get(line.record) ?? []), line]);
  return dossiers.map((dossier) => ({ ...dossier, history: ofRecord.get(dossier._id) ?? [] }));
}

/** Compares all that officers were told with what is in both databases. */
export async function countAll(uris: Record<Name, string>, ledger: Ledger): Promise<Count> {
  const count: Count = { lost: 0, doubled: 0, unrecorded: 0, misnumbered: 0 };
  for (const agency of agencies) {
    const { dossiers, reads } = await inDatabase(uris[agency], async (db) => ({
      // Those of a run: each is recorded by one of its officers, and written by nobody else.
      dossiers: await db
        .collection<StoredDossier>('dossiers')
        .find({ recordedWith: /^(belarus|russia)-investigator-chaos-/ } as mongo.Filter<StoredDossier>)
        .project<Omit<StoredDossier, 'history'>>({ version: 1, contacts: 1, releases: 1 })
        .toArray()
        .then((found) => withHistory(db, found)),
      // Of the other agency's officers: an own officer's action answers what it has changed, and is asked again.
      reads: await db
        .collection<StoredRead>('reads')
        .find({ agency: { $ne: agency.toUpperCase() } } as mongo.Filter<StoredRead>)
        .toArray(),
    }));
    const notices = await inDatabase(uris[otherThan(agency)], (db) =>
      db
        .collection<StoredNotice>('notices')
        .find({ kind: /^RELEASE_/ })
        .toArray(),
    );
    const told = ledger.writes.filter((write) => write.agency === agency);
    const counts = [
      countWrites(told, dossiers),
      countNotices(told, notices),
      countReads(
        ledger.reads.filter(({ owner }) => owner === agency),
        reads,
      ),
      { misnumbered: misnumbered(dossiers) },
    ];
    for (const each of counts)
      for (const [name, number] of Object.entries(each)) count[name as keyof Count] += number;
  }
  return count;
}
