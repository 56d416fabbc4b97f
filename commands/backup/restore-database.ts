import { statSync } from 'node:fs';
import type { NodeNaming } from '../../subgraphs/agency/records/formats/text/node-id.ts';
import { connectDatabase, openDatabase } from '../../subgraphs/agency/storage/database/database.ts';
import type { Agency } from '../../terms/agencies.ts';
import { messageOf } from '../running/message-of.ts';
import { type Progress, showProgress } from '../running/show-progress.ts';
import { type Checked, checkExport } from './check-export.ts';
import { recordModels } from './collections.ts';
import { demandEmpty, fillDatabase } from './fill-database.ts';

async function showing<Result>(progress: Progress, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } finally {
    progress.stop();
  }
}

/** Nothing is written before the whole file has been checked and the database is empty. */
async function checkAndFill(agency: Agency, uri: string, file: string): Promise<Checked> {
  const { size } = statSync(file);
  const connection = await connectDatabase(agency, uri);
  try {
    await demandEmpty(connection);
    const models = recordModels(connection);
    const checking = showProgress('checking', size);
    const checked = await showing(checking, checkExport(file, { models, agency, onBytes: checking.add }));
    const total = Object.values(checked.counts).reduce((sum, count) => sum + count, 0);
    const writing = showProgress('writing', total);
    await showing(writing, fillDatabase(connection, file, checked, writing.add));
    return checked;
  } finally {
    await connection.close();
  }
}

/** Restores an agency's records, and brings them into the form of this version, with its indexes, as a start does. */
export async function restoreDatabase(
  agency: Agency,
  uri: string,
  file: string,
  naming: NodeNaming,
): Promise<Checked> {
  const checked = await checkAndFill(agency, uri, file);
  try {
    await (await openDatabase(agency, uri, naming)).close();
  } catch (error) {
    throw new Error(
      `all records are written; migrations and indexes are left to the next start: ${messageOf(error)}`,
    );
  }
  return checked;
}
