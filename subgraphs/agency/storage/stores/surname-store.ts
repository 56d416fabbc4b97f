import type { Model } from 'mongoose';
import type { OwnSurname } from '../../matching/own-surname.ts';
import type { Token } from '../../matching/tokens.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { StoredSurname } from '../models/surname-model.ts';

/** How common surnames are among an agency's own dossiers. */
export interface SurnameStore {
  /** The names of every dossier. */
  names(): AsyncIterable<Pick<DossierRecord, 'names'>>;
  /** Writes what a run has counted, in place of what an earlier one has. */
  replace(surnames: readonly OwnSurname[], at: Date): Promise<void>;
  /** The weights of those that have one. */
  bitsOf(surnames: readonly Token[]): Promise<OwnSurname[]>;
}

/** Few, as the process that counts them answers officers too. */
const perBatch = 100;

export const surnameStore = ({
  dossiers,
  surnames,
}: {
  dossiers: Model<DossierRecord>;
  surnames: Model<StoredSurname>;
}): SurnameStore => ({
  names: () =>
    dossiers
      .find({}, { _id: 0, names: 1 })
      .lean<Pick<DossierRecord, 'names'>>()
      .cursor({ batchSize: perBatch }),
  async replace(counted, at) {
    const writes = counted.map(({ _id, bits }) => ({
      updateOne: { filter: { _id: String(_id) }, update: { $set: { bits, at } }, upsert: true },
    }));
    if (writes.length > 0) await surnames.bulkWrite(writes, { ordered: false });
    await surnames.deleteMany({ at: { $lt: at } });
  },
  async bitsOf(tokens) {
    const found = await surnames.find({ _id: { $in: tokens.map(String) } }, { bits: 1 }).lean();
    return found.map(({ _id, bits }) => ({ _id: Number(_id), bits }));
  },
});
