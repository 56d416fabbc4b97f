import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import {
  type CandidateFragment,
  CandidatesOfOwnDocuments,
  type LinkFragment,
  LinksOfOwnDocuments,
  type ProceedingsFragment,
  ProceedingsOfOwnDocuments,
  type ReachFragment,
  ReachOfOwnDocuments,
  type SummaryFragment,
  SummaryOfOwnDocuments,
} from '../generated/operations.ts';

type Halves<Half> = { [Name in Lowercase<Agency>]?: Half | null };
/** A query for one agency's half of a person. */
export type OwnDocument<Half> = ConcordDocument<
  { suspect: Halves<Half> | null },
  { id: string },
  SelectionMap,
  'query'
>;

/** A part of a half, asked for by a query of its own: first the summary, then the rest of it. */
export type Part = 'summary' | 'reach' | 'proceedings' | 'links';

/** An agency's half of a person, as far as its parts have come. */
export type HalfFragment = SummaryFragment &
  Partial<ReachFragment & ProceedingsFragment & { links: LinkFragment[] | null }>;

type PartDocument = OwnDocument<{ id: string }>;

const documents: Record<Part, Record<Agency, PartDocument>> = {
  summary: SummaryOfOwnDocuments,
  reach: ReachOfOwnDocuments,
  proceedings: ProceedingsOfOwnDocuments,
  links: LinksOfOwnDocuments,
};

/** The query for a part of an agency's half of a person. */
export const partDocument = (part: Part, agency: Agency): PartDocument => documents[part][agency];

/**
 * The parts of an agency's half that come after its summary.
 * @param own the agency of the officer who asks: links are told to it alone
 */
export const restOf = (agency: Agency, own: Agency): Exclude<Part, 'summary'>[] => [
  'reach',
  'proceedings',
  ...(agency === own ? (['links'] as const) : []),
];

/** The fields of a half that a part brings and that can be withheld, or lost with it. */
export const fieldsOf = (part: Part, agency: Agency): string[] =>
  Object.keys(partDocument(part, agency).concord.fields.suspect?.of?.[subgraphOf(agency)]?.of ?? {});

/** The query that brings a field of a half. */
export const documentOf = (field: string, agency: Agency): PartDocument =>
  partDocument(
    (Object.keys(documents) as Part[]).find((part) => fieldsOf(part, agency).includes(field)) ?? 'summary',
    agency,
  );

/** The query for candidates of an own dossier, by the officer's own agency. */
export const candidatesDocuments: Record<
  Agency,
  OwnDocument<{ candidates: CandidateFragment[] | null }>
> = CandidatesOfOwnDocuments;
