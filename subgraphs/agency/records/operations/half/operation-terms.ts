import type { Conduct } from '../../../../../terms/criminal-codes/article.ts';
import type { LegalBasis, OperationOriginKind, Purpose } from '../../../../../terms/enums.ts';
import type { OperationName } from '../../../../../terms/operation-names.ts';

/** A record that an operation grew from. A link is named by its two dossiers, a request and an alert by their id. */
export interface OperationOrigin {
  kind: OperationOriginKind;
  ids: string[];
}

/** All that both agencies agree on, but for their cases. */
export interface OperationTerms {
  name: OperationName;
  purpose: Purpose;
  legalBasis: LegalBasis;
  /** The first and the last day, `YYYY-MM-DD`, both counted, by the clock of `measureDay`. */
  from: string;
  until: string;
  conducts: Conduct[];
  origins: OperationOrigin[];
}
