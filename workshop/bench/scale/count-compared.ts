import mongoose from 'mongoose';
import { dossierFeatures } from '../../../subgraphs/agency/matching/dossier-features.ts';
import { candidateTokens, readMatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Agency } from '../../../terms/agencies.ts';

const asMany = 50;

/**
 * How many of Russia's dossiers a dossier of Belarus is compared with, on average: those that share a token with it, which its
 * namesakes do.
 * @param ids of dossiers of Belarus
 */
export async function countCompared(
  uris: Record<Agency, string>,
  ids: readonly string[],
  matchKeys: string,
): Promise<number> {
  const { all } = readMatchKeys(matchKeys);
  const connections = await Promise.all(
    [uris.BELARUS, uris.RUSSIA].map((uri) => mongoose.createConnection(uri).asPromise()),
  );
  const [belarus, russia] = connections.map(({ db }) => db?.collection<DossierRecord>('dossiers'));
  if (!belarus || !russia) throw new Error('a database has no name');
  try {
    const asked = await belarus.find({ _id: { $in: ids.slice(0, asMany) } }).toArray();
    let compared = 0;
    for (const dossier of asked) {
      const tokens = candidateTokens(
        all,
        dossierFeatures(dossier, () => true),
      );
      compared += await russia.countDocuments({ 'match.tokens': { $in: tokens } });
    }
    return compared / asked.length;
  } finally {
    await Promise.all(connections.map((connection) => connection.close()));
  }
}
