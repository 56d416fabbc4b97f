import type { Logger } from '../../server/log.ts';
import type { Mandate } from '../../terms/mandate.ts';
import type { Viewer } from '../../terms/viewer.ts';

/** The resolvers' knowledge of a request, whether they run in the gateway's process or in one of their own. */
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
