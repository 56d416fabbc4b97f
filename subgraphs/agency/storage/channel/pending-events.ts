import type { Model, mongo } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { DepartureRecord } from '../models/departure-model.ts';

/** The fields of a change event that an update has set, one by one: `pending`, or `pending.1`. */
const setFields = { $objectToArray: { $ifNull: ['$updateDescription.updatedFields', {}] } };

/** A message was added; where the last one was taken out nothing is left to send. */
const addsMessage = {
  $anyElementTrue: {
    $map: {
      input: setFields,
      as: 'field',
      in: {
        $and: [
          { $eq: [{ $arrayElemAt: [{ $split: ['$$field.k', '.'] }, 0] }, 'pending'] },
          { $ne: ['$$field.v', []] },
        ],
      },
    },
  },
};

/**
 * The change events after which messages may wait: see `pendingIn` and `pendingOfErased`. Those about an erased dossier
 * are due once it is gone.
 */
export const pendingEvents = (
  dossiers: Model<DossierRecord>,
  departures: Model<DepartureRecord>,
): mongo.Document[] => [
  { 'ns.coll': dossiers.collection.name, operationType: 'update', $expr: addsMessage },
  { 'ns.coll': dossiers.collection.name, operationType: 'delete' },
  { 'ns.coll': departures.collection.name, operationType: { $in: ['insert', 'update', 'replace'] } },
];
