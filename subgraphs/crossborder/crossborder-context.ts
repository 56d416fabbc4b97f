import type { Logger } from '../../server/log.ts';
import type { Mandate } from '../../terms/mandate.ts';
import type { Viewer } from '../../terms/viewer.ts';

/** What the resolvers know of a request, in the gateway's process and alone. */
export interface CrossborderContext {
  viewer: Viewer;
  mandate: Mandate;
  log: Pick<Logger, 'warn'>;
  /**
   * Takes what it costs to validate a document; absent where nobody counts what callers spend.
   * @throws a refusal
   */
  chargeReading?: (cost: number) => void;
}
