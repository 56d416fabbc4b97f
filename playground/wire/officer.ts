import type { Agency } from '../../terms/agencies.ts';
import type { Role } from '../../terms/enums.ts';
import type { Viewer } from '../../terms/viewer.ts';

/** The officer who has signed in; the token stays with the gateway. */
export interface Officer {
  viewer: Viewer;
  /** Tells this session from another of the same browser; it opens nothing. */
  session: string;
  /** The end of the officer’s token: RFC 3339. */
  expiresAt: string;
  /** Milliseconds from the reading to the end of the session, if nothing is asked before. */
  endsIn: number;
  /** True for an officer who writes no queries beside a manifest, whatever their role. */
  knownDocumentsOnly: boolean;
}

/** The ways to sign in here, beside a token of one's own. */
export interface Ways {
  /** Agencies whose identity provider asks. */
  providers: Agency[];
  /** Agencies of which a development stack makes any officer. */
  development: Agency[];
}

/** A gateway’s description of itself. */
export interface Gateway {
  ways: Ways;
  /** Milliseconds within which it answers an operation. */
  answersWithin: number;
  /** The roles that write queries in the page; null where all do. */
  writers: readonly Role[] | null;
}

export interface Session extends Gateway {
  officer: Officer | null;
}
