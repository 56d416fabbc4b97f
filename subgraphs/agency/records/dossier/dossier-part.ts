import type { DossierRecord } from './dossier-record.ts';

/** A stored field that a read can ask for; `_id` is always read. */
export type DossierField = Exclude<keyof DossierRecord, '_id'>;

/** A dossier of which only some fields were read. */
export type DossierPart = Pick<DossierRecord, '_id'> & Partial<DossierRecord>;
