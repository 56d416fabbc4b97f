import type { MandateDraft } from '../wire/mandate-draft.ts';

/** When and under which mandate something was asked; what came back stays true of that mandate alone. */
export interface Asked {
  mandate: MandateDraft;
  /** RFC 3339. */
  at: string;
}

export const askedNow = (mandate: MandateDraft): Asked => ({ mandate, at: new Date().toISOString() });

/** True if the mandate has changed since. */
export const isStale = ({ mandate }: Asked, now: MandateDraft): boolean =>
  mandate.purpose !== now.purpose || mandate.legalBasis !== now.legalBasis || mandate.case !== now.case;
