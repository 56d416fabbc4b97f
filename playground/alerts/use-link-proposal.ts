import { useCallback, useState } from 'react';
import { type Steps, useStep } from '../step/use-step.ts';
import { type ProposalInputs, type ProposedLink, proposalOperation } from './link-proposal.ts';

/** The proposal of a link to what is behind an alert. */
export type LinkProposal = Steps<ProposalInputs>;

/**
 * Proposals of links from the alert that is shown. One that was taken has written the own dossier, so that the alert is read again.
 * @param alert the id of the alert that is shown
 */
export function useLinkProposal(
  alert: string | undefined,
  read: (alert: string) => Promise<void>,
): { proposal: LinkProposal; proposed: ProposedLink | undefined } {
  const [proposed, setProposed] = useState<ProposedLink>();
  const taken = useCallback(
    (dossier: string) => {
      if (alert === undefined) return;
      setProposed((before) => ({ alert, dossier, count: (before?.count ?? 0) + 1 }));
      void read(alert);
    },
    [alert, read],
  );
  return { proposal: useStep<ProposalInputs>(proposalOperation, taken), proposed };
}
