import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import { type ProposeLinkInput, ProposeLinkOfOwnDocuments } from '../generated/operations.ts';
import { type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** The input of the one step by which a link is proposed. */
export interface ProposalInputs {
  proposeLink: ProposeLinkInput;
}

const documents: Record<
  Agency,
  ConcordDocument<unknown, { input: ProposeLinkInput }, SelectionMap>
> = ProposeLinkOfOwnDocuments;

/** A proposal as it is sent to the officer's own agency. */
export const proposalOperation = (
  agency: Agency,
  _step: keyof ProposalInputs,
  input: ProposeLinkInput,
): OwnOperation => operationOf(documents[agency], { input });

/** A link that was proposed from an alert. */
export interface ProposedLink {
  /** The alert. */
  alert: string;
  /** The own dossier, by which the alert names the link. */
  dossier: string;
  /** Counts the proposals that were taken while the page has been open. */
  count: number;
}
