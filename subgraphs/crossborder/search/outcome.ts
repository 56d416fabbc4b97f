import type { Agency } from '../../../identity/agencies.ts';
import type { Viewer } from '../../../identity/viewer.ts';
import { fewestKindsAbroad, type SearchCriteria, tellingKindsOf } from '../../../schema/search.ts';

/** What becomes of a search at an agency; the SDL's enum of this name has the same members. */
export const searchOutcomes = [
  'ANSWERED',
  'TOO_MANY',
  'NEEDS_MORE_EVIDENCE',
  'OUT_OF_SCOPE',
  'UNAVAILABLE',
] as const;
export type SearchOutcome = (typeof searchOutcomes)[number];

/** What is searched by, and which agencies may see it. */
export interface Search {
  criteria: SearchCriteria;
  scope: readonly Agency[];
}

/** Why an agency is not asked; undefined when it is. */
export function whyNotAsked(
  agency: Agency,
  { criteria, scope }: Search,
  viewer: Pick<Viewer, 'agency'>,
): 'OUT_OF_SCOPE' | 'NEEDS_MORE_EVIDENCE' | undefined {
  if (!scope.includes(agency)) return 'OUT_OF_SCOPE';
  const isAbroad = agency !== viewer.agency;
  return isAbroad && tellingKindsOf(criteria).length < fewestKindsAbroad ? 'NEEDS_MORE_EVIDENCE' : undefined;
}
