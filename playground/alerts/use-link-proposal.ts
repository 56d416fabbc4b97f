import { useCallback, useState } from 'react';
import { type Steps, useStep } from '../step/use-step.ts';

/** A link that was proposed from an alert. */
export interface ProposedLink {
  /** The alert. */
  alert: string;
  /** The own dossier, by which the alert names the link. */
  dossier: string;
  /** Counts the proposals that were taken while the page has been open. */
  count: number;
}

/**
 * Proposals of links from the alert that is shown. One that was taken has written the own dossier, so that the alert is read again.
 * @param alert the id of the alert that is shown
 */
export function useLinkProposal(
  alert: string | undefined,
  read: (alert: string) => Promise<void>,
): { proposal: Steps; proposed: ProposedLink | undefined } {
  const [proposed, setProposed] = useState<ProposedLink>();
  const taken = useCallback(
    (dossier: string) => {
      if (alert === undefined) return;
      setProposed((before) => ({ alert, dossier, count: (before?.count ?? 0) + 1 }));
      void read(alert);
    },
    [alert, read],
  );
  return { proposal: useStep(taken), proposed };
}
