import type { DossierRecord } from './dossier-record.ts';

/** A stored field that a read can ask for; `_id` is always read. */
export type DossierField = Exclude<keyof DossierRecord, '_id'>;

/** A stored field that a read can ask for, or a part of what is in it: `names.surname`. */
export type DossierPath = DossierField | `${DossierField}.${string}`;

/** A dossier of which only some fields were read. */
export type DossierPart = Pick<DossierRecord, '_id'> & Partial<DossierRecord>;
