import type { Agency } from '../../terms/agencies.ts';
import type { Mandate } from '../../terms/mandate.ts';
import type { Caller } from '../callers/gateway-context.ts';
import type { Obtained } from './kept-tokens.ts';

/** The caller a token is wanted for, and the agency where it is to be valid. */
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
