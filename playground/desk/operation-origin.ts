import type { Agency } from '../../terms/agencies.ts';
import type { OperationOriginKind } from '../../terms/enums.ts';

/** A record that an operation is to grow from, and the agency with which it is to be. */
export interface OperationOrigin {
  kind: OperationOriginKind;
  /** The id of an alert or a request; of a link those of both dossiers. */
  ids: readonly string[];
  agency?: Agency | undefined;
}
