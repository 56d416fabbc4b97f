import mongoose from 'mongoose';
import {
  exportedCollections,
  leftOutCollections,
  recordModels,
} from '../../../commands/backup/collections.ts';
import { leasesCollection } from '../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { migrationsCollection } from '../../../subgraphs/agency/storage/migrations/storage.ts';

describe('the collections of a backup', () => {
  test('are those of all models, and the migrations', () => {
    const records = [...recordModels(mongoose.createConnection()).keys()];
    expect([...exportedCollections].sort()).toEqual([...records, migrationsCollection].sort());
    expect(exportedCollections.at(-1)).toBe(migrationsCollection);
  });

  test('leave out only what belongs to running processes', () => {
    expect(leftOutCollections).toEqual([leasesCollection]);
  });
});
