import mongoose from 'mongoose';
import { databaseProblem } from '../../subgraphs/agency/storage/driver-errors/database-problem.ts';

/** An error as it may be shown: a database's own words can repeat a record, as those of a duplicate key do. */
export function messageOf(error: unknown): string {
  if (!(error instanceof mongoose.mongo.MongoError || error instanceof mongoose.Error)) {
    return (error as Error).message;
  }
  const code = 'code' in error && error.code ? ` ${error.code}` : '';
  const problem = databaseProblem(error);
  return problem ? `the database: ${problem}` : `the database refuses or has gone (${error.name}${code})`;
}
