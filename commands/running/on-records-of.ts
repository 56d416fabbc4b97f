import type { Connection } from 'mongoose';
import type { MatchKeys } from '../../subgraphs/agency/matching/tokens.ts';
import { openDatabase } from '../../subgraphs/agency/storage/database/database.ts';
import type { Agency } from '../../terms/agencies.ts';
import { matchKeysFor } from '../settings/match-keys-for.ts';
import { modeOf } from '../settings/mode-of.ts';
import { complain } from './run-command.ts';
import { withDatabase } from './with-database.ts';

/** Works on an agency's records, under the match keys that its subgraph has. */
export const onRecordsOf = <Result>(
  agency: Agency,
  work: (connection: Connection, matchKeys: MatchKeys) => Promise<Result>,
): Promise<Result> =>
  withDatabase(agency, { report: complain }, async (uri) => {
    const matchKeys = matchKeysFor(modeOf(agency, process.env), process.env);
    const connection = await openDatabase(agency, uri);
    try {
      return await work(connection, matchKeys);
    } finally {
      await connection.close();
    }
  });
