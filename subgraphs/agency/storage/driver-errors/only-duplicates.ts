import mongoose from 'mongoose';
import { duplicateKey } from './is-duplicate.ts';
import { isPassing } from './is-passing.ts';

/** Tells a write of many records of which a unique index refused some, and nothing else failed. */
export const onlyDuplicates = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoBulkWriteError &&
  !isPassing(error) &&
  [error.writeErrors].flat().every(({ code }) => code === duplicateKey);
