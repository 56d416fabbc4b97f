import { connectDatabase } from '../../subgraphs/agency/storage/database/database.ts';
import type { Agency } from '../../terms/agencies.ts';
import { showProgress } from '../running/show-progress.ts';
import { collectionsIn } from './collections.ts';
import { databaseOf } from './database-of.ts';
import type { Tail } from './export-format.ts';
import { exportLines } from './export-lines.ts';
import { writeNewFile } from './write-new-file.ts';

/** Exports an agency's database into a new file. It is not migrated: a migration is what a backup is taken before. */
export async function exportDatabase(
  agency: Agency,
  uri: string,
  file: string,
  signal: AbortSignal,
): Promise<Tail> {
  const connection = await connectDatabase(agency, uri);
  try {
    const db = databaseOf(connection);
    let total = 0;
    for (const name of await collectionsIn(db)) total += await db.collection(name).estimatedDocumentCount();
    const progress = showProgress('exporting', total);
    const lines = exportLines(connection, { agency, at: new Date(), onPage: progress.add });
    let tail: Tail = { counts: {}, sha256: '' };
    async function* keepingTail() {
      tail = yield* lines;
    }
    try {
      await writeNewFile(file, keepingTail(), signal);
    } finally {
      progress.stop();
    }
    return tail;
  } finally {
    await connection.close();
  }
}
