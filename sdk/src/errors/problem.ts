import type { Agency, Gap, Open } from '../visible/visible.ts';
import type { ClientCode, GatewayCode } from './gateway-code.ts';

type AboutAgency = 'AGENCY_UNAVAILABLE' | 'OUTCOME_UNKNOWN';
type Described = AboutAgency | 'GRAPHQL_VALIDATION_FAILED';

interface AgencyProblem {
  readonly code: AboutAgency;
  /** The agency that did not answer, if the gateway says so. */
  readonly agency: Open<Agency> | undefined;
}

/** The operation does not fit the gateway's schema: it was generated for another version. */
interface ValidationProblem {
  readonly code: 'GRAPHQL_VALIDATION_FAILED';
  /**
   * Names that the gateway does not know, such as `RussiaDossier.contacts`, or has in another form now: `suspect(as:
   * Role!)` for an argument that has become required, `birthPlace: String` for an object that has become text.
   */
  readonly missing: readonly string[];
  /** The version of the schema that the operation was generated for. */
  readonly schema: string;
}

/** A code of a server that is newer than this package. */
interface UnknownProblem {
  readonly code: 'UNKNOWN';
  readonly serverCode: string;
}

interface PageProblem {
  readonly code: 'PAGE_MISSING';
  /** The reason why the page is not there; undefined if its cursors lead nowhere. */
  readonly gap: Gap | undefined;
}

interface PlainProblem<Code extends string> {
  readonly code: Code;
}
type PlainProblems<Code extends string> = Code extends string ? PlainProblem<Code> : never;

/** A problem with a stable code: narrow by `code` to reach the rest of its fields. */
export type Problem =
  | AgencyProblem
  | ValidationProblem
  | UnknownProblem
  | PageProblem
  | PlainProblems<Exclude<GatewayCode, Described>>
  | PlainProblems<Exclude<ClientCode, 'PAGE_MISSING'>>;
