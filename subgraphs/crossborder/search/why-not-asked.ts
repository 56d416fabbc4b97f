import type { Agency } from '../../../terms/agencies.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { fewestKindsAbroad, type SearchCriteria, tellingKindsOf } from '../../../terms/search-exchange.ts';
import type { Viewer } from '../../../terms/viewer.ts';

/** The criteria of a search, and the agencies that may see them. */
export interface Search {
  criteria: SearchCriteria;
  scope: readonly Agency[];
}

/** The searching officer, as far as they decide which agencies are asked. */
export interface Searching {
  viewer: Pick<Viewer, 'agency'>;
  mandate: Pick<Mandate, 'case'>;
}

/** The reason why an agency is not asked; undefined when it is. */
export function whyNotAsked(
  agency: Agency,
  { criteria, scope }: Search,
  { viewer, mandate }: Searching,
): 'OUT_OF_SCOPE' | 'NEEDS_CASE' | 'NEEDS_MORE_EVIDENCE' | undefined {
  if (!scope.includes(agency)) return 'OUT_OF_SCOPE';
  if (agency === viewer.agency) return undefined;
  if (mandate.case === undefined) return 'NEEDS_CASE';
  return tellingKindsOf(criteria).length < fewestKindsAbroad ? 'NEEDS_MORE_EVIDENCE' : undefined;
}
