import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import {
  type CandidateFragment,
  CandidatesOfOwnDocuments,
  type HalfFragment,
  HalfOfOwnDocuments,
  LinkedHalfOfOwnDocuments,
  type LinkFragment,
} from '../generated/operations.ts';

type Halves<Half> = { [Name in Lowercase<Agency>]?: Half | null };
type OwnDocument<Half> = ConcordDocument<
  { suspect: Halves<Half> | null },
  { id: string },
  SelectionMap,
  'query'
>;

type HalfDocument = OwnDocument<HalfFragment & { links?: LinkFragment[] | null }>;

const halfDocuments: Record<Agency, HalfDocument> = HalfOfOwnDocuments;
const linkedHalfDocuments: Record<Agency, HalfDocument> = LinkedHalfOfOwnDocuments;

/**
 * The query for an agency's half of a person.
 * @param own the agency of the officer who asks: links are told to it alone
 */
export const halfDocument = (agency: Agency, own: Agency): HalfDocument =>
  (agency === own ? linkedHalfDocuments : halfDocuments)[agency];

/** The query for candidates of an own dossier, by the officer's own agency. */
export const candidatesDocuments: Record<
  Agency,
  OwnDocument<{ candidates: CandidateFragment[] | null }>
> = CandidatesOfOwnDocuments;
