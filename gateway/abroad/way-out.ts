import type { Agency } from '../../terms/agencies.ts';
import type { Mandate } from '../../terms/mandate.ts';
import type { Caller } from '../callers/gateway-context.ts';
import type { Obtained } from './kept-tokens.ts';

/** For whom a token is wanted, and where it is to be good. */
export interface Asking {
  caller: Caller;
  mandate: Mandate;
  audience: Agency;
  requestId: string;
}

/** The place where an agency's officers get the token that makes them known abroad. */
export interface WayOut {
  /** Never rejects. */
  obtain(asking: Asking): Promise<Obtained>;
  close(): Promise<void>;
}
