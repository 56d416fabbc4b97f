import type { Agency } from '../../identity/agencies.ts';
import type { Article } from './criminal-code/article.ts';

/** What one agency alone decides or has: all that distinguishes its subgraph from another agency's. */
export interface AgencyDefinition {
  agency: Agency;
  /** Where the agency answers questions about its dossiers. */
  contactPoint: string;
  /** The closed list of articles that can be recorded as grounds. */
  criminalCode: readonly Article[];
}

/** The agency's name as its types carry it: `Belarus` of `BelarusDossier`. */
export const typePrefixOf = ({ agency }: AgencyDefinition): string =>
  agency.charAt(0) + agency.slice(1).toLowerCase();
