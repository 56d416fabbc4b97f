import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { streamOf } from '../chance/random.ts';
import { type DossierDraft, recordFrom } from '../people/record-from.ts';

/** The values' ids depend on the dossier alone, so that they can be named in documentation too. */
export const knownRecord = (draft: DossierDraft): DossierRecord =>
  recordFrom(draft, (field) => streamOf('known', draft._id, field));
