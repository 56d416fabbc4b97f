import type { mongo } from 'mongoose';
import { newValueId } from '../../records/random-id.ts';
import type { Migration } from './migration.ts';

interface OldValue {
  id?: string;
  provenance: { retainUntil: Date };
}

const oldLists = ['names', 'citizenships', 'contacts', 'roles', 'offences'] as const;
const oldSingles = ['birth', 'status'] as const;
const newLists = ['documents', 'instruments', 'infrastructure', 'memberships', 'measures', 'harms'] as const;

/** A dossier of 0.1.0: its values without ids, neither history nor an end of retention of the whole. */
type OldDossier = { _id: string; version: number; recordedWith?: string } & {
  [Field in (typeof oldLists)[number]]?: OldValue[];
} & { [Field in (typeof oldSingles)[number]]?: OldValue };

const withId = <Value extends OldValue>(value: Value): Value => ({ ...value, id: value.id ?? newValueId() });

/**
 * The changes that bring a dossier to its current form. Its history stays empty: its earlier steps are not known, and
 * nothing is invented.
 */
function changesOf(dossier: OldDossier): Record<string, unknown> {
  const lists = oldLists.map((field) => [field, (dossier[field] ?? []).map(withId)] as const);
  const singles = oldSingles.flatMap((field) => {
    const value = dossier[field];
    return value ? [[field, withId(value)] as const] : [];
  });
  const ends = [...lists.flatMap(([, values]) => values), ...singles.map(([, value]) => value)].map(
    ({ provenance }) => provenance.retainUntil.getTime(),
  );
  return {
    ...Object.fromEntries(lists),
    ...Object.fromEntries(singles),
    ...Object.fromEntries(newLists.map((field) => [field, []])),
    nextErasure: new Date(Math.min(...ends)),
    recordedWith: `migration ${dossier._id}`,
    history: [],
  };
}

const perWrite = 500;

/** Gives every value an id, and every dossier what was added with it, for dossiers of 0.1.0. */
export const valueIds: Migration = {
  name: '2026-11-24-value-ids',
  async up(db: mongo.Db) {
    const dossiers = db.collection<OldDossier>('dossiers');
    const old = { recordedWith: { $exists: false } };
    let writes: mongo.AnyBulkWriteOperation<OldDossier>[] = [];
    const write = async () => {
      if (writes.length > 0) await dossiers.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    for await (const dossier of dossiers.find(old)) {
      const filter = { _id: dossier._id, ...old };
      writes.push({ updateOne: { filter, update: { $set: changesOf(dossier) } } });
      if (writes.length === perWrite) await write();
    }
    await write();
  },
};
