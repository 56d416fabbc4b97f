import { type Agency, ownerOf } from '../../../terms/agencies.ts';
import type { SearchOutcome } from '../../../terms/enums.ts';
import {
  decodeAnswer,
  type HitMatch,
  type SearchAnswer,
  type VisibleMatch,
} from '../../../terms/search-exchange.ts';

/** An agency's findings, and the outcome of the search there. */
export interface AgencyAnswer {
  agency: Agency;
  outcome: SearchOutcome;
  /** The time at which an agency whose budget is spent answers again. */
  renewsAt?: string;
  /** It has dossiers that are not found by name yet. */
  isRekeying?: boolean;
  matches: (VisibleMatch | HitMatch)[];
}

const nameOf = (match: VisibleMatch | HitMatch): string =>
  'hit' in match ? match.hit.reference : match.dossier;

/** The reason why an answer cannot be used although it is well formed. */
function contradiction(agency: Agency, { matches }: SearchAnswer): string | undefined {
  // An agency speaks for its own records alone: another's dossier would come with its evidence and without its policy.
  if (matches.some((match) => 'dossier' in match && ownerOf(match.dossier) !== agency)) {
    return "it names another agency's dossier";
  }
  return new Set(matches.map(nameOf)).size < matches.length ? 'it names a record twice' : undefined;
}

function decoded(given: unknown): SearchAnswer | undefined {
  try {
    return decodeAnswer(String(given));
  } catch {
    return undefined;
  }
}

/**
 * Reads what an agency that was asked has answered; null when it did not. An answer that cannot be read counts as none.
 * @param report is told why an answer cannot be used, and nothing of what is in it
 */
export function readAnswer(agency: Agency, given: unknown, report: (reason: string) => void): AgencyAnswer {
  const unavailable: AgencyAnswer = { agency, outcome: 'UNAVAILABLE', matches: [] };
  if (given == null) return unavailable;
  const answer = decoded(given);
  const reason = answer ? contradiction(agency, answer) : 'it is malformed';
  if (!answer || reason !== undefined) {
    report(reason ?? '');
    return unavailable;
  }
  const { renewsAt } = answer;
  if (renewsAt !== undefined) return { agency, outcome: 'QUOTA_SPENT', renewsAt, matches: [] };
  const { matches, isCut, isRekeying = false } = answer;
  return { agency, outcome: isCut ? 'TOO_MANY' : 'ANSWERED', matches, isRekeying };
}
