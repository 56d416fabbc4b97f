import type { Model } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { type DossierOfMeasures, fieldsOfMeasures } from '../../records/operations/measures-now.ts';

const projection = Object.fromEntries(fieldsOfMeasures.map((field) => [field, 1]));

/** Reads what dossiers tell of their measures, each by its id. */
export const dossiersOfMeasures =
  (dossiers: Model<DossierRecord>) =>
  async (ids: readonly string[]): Promise<ReadonlyMap<string, DossierOfMeasures>> => {
    if (ids.length === 0) return new Map();
    const found = await dossiers
      .find({ _id: { $in: [...new Set(ids)] } }, projection)
      .lean<DossierOfMeasures[]>();
    return new Map(found.map((dossier) => [dossier._id, dossier]));
  };
