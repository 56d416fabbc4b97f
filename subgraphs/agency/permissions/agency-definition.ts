import type { Agency } from '../../../terms/agencies.ts';
import type { Provision } from '../../../terms/codes-of-procedure/provision.ts';
import type { Article } from '../../../terms/criminal-codes/article.ts';
import type { IndicatorKind } from '../../../terms/enums.ts';
import type { AgencyRetention } from '../records/values/agency-retention.ts';
import type { AgencyPolicy } from './policy.ts';

/** An identifier as it is recorded, with what it is. */
export interface CommonIdentifier {
  kind: IndicatorKind;
  value: string;
  what: string;
}

/** Everything that one agency alone decides or has, and that distinguishes its subgraph from another agency's. */
export interface AgencyDefinition {
  agency: Agency;
  /** The address at which the agency answers questions about its dossiers. */
  contactPoint: string;
  /** The closed list of articles that can be recorded as grounds. */
  criminalCode: readonly Article[];
  /** The closed list of provisions that a measure can stand on. */
  provisions: readonly Provision[];
  /** The other agencies' lists, for what compares with an offence there; never a claim that it is the same in law. */
  foreignCodes: Readonly<Partial<Record<Agency, readonly Article[]>>>;
  /** Identifiers that many hold who have nothing to do with each other, which raise no alert. */
  commonIdentifiers: readonly CommonIdentifier[];
  /** The policy on reading its dossiers. */
  policy: AgencyPolicy;
  /** Periods for which values may be held. */
  retention: AgencyRetention;
}

/** The agency's name as its types carry it: `Belarus` of `BelarusDossier`. */
export const typePrefixOf = ({ agency }: Pick<AgencyDefinition, 'agency'>): string =>
  agency.charAt(0) + agency.slice(1).toLowerCase();
