import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import {
  type CandidateFragment,
  CandidatesOfOwnDocuments,
  type HalfFragment,
  type LinkFragment,
  ProfileOfOwnDocuments,
} from '../generated/operations.ts';

type Halves<Half> = { [Name in Lowercase<Agency>]?: Half | null };
type OwnDocument<Half> = ConcordDocument<
  { suspect: Halves<Half> | null },
  { id: string },
  SelectionMap,
  'query'
>;

/** The query for every half of a person, by the officer's own agency: links are told to it alone. */
export const profileDocuments: Record<
  Agency,
  OwnDocument<HalfFragment & { links?: LinkFragment[] | null }>
> = ProfileOfOwnDocuments;

/** The query for candidates of an own dossier, by the officer's own agency. */
export const candidatesDocuments: Record<
  Agency,
  OwnDocument<{ candidates: CandidateFragment[] | null }>
> = CandidatesOfOwnDocuments;
