import type { Connection } from 'mongoose';
import { SettingsError } from '../../../server/settings.ts';
import type { MatchKeys } from '../../../subgraphs/agency/matching/tokens.ts';
import { openDatabase } from '../../../subgraphs/agency/storage/database/database.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { matchKeysFor } from './match-keys.ts';
import { messageOf } from './message-of.ts';
import { modeOf } from './mode-of.ts';
import { withDatabase } from './with-databases.ts';

/** For a person to read; standard output is for what the command was run for. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Works on an agency's records: in the database that is named, that of a running stack, or the one that a stack has left; and
 * under the keys that its subgraph has for match tokens.
 */
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

/**
 * Runs a command to its exit code. A mistake of whoever runs it, or a database that cannot be had, is one line and exit code 1;
 * below it stands how the command is used, unless it is a setting that is wrong.
 * @param work resolves to the exit code
 */
export async function runScript(name: string, usage: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    complain(`${name}: ${messageOf(error)}`);
    if (!(error instanceof SettingsError)) complain(`usage: ${usage}`);
    process.exitCode = 1;
  }
}
