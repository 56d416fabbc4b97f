import type { AgencyPolicy } from '../agency/permissions/policy.ts';

/**
 * Russia's policy: which roles may read which classes of its dossiers, for which purpose. Plausible and not confirmed:
 * to be replaced by the agency's own order. Russia gives FINANCIAL abroad only for INVESTIGATION, for bank secrecy, and
 * VICTIM never.
 *
 * Each row is for a role and a purpose; `own` for Russia's viewers, `foreign` for those of another agency. Its letters
 * stand for IDENTITY, CONTACT, FINANCIAL, TECHNICAL, CASE, TACTICAL and VICTIM: `A` may be read; `R` depends on the
 * dossier: its case must be the viewer's, or it must be released; `-` may not. A role and purpose without a row read
 * nothing.
 */
export const policy: AgencyPolicy = {
  table: {
    //                                 ICFTKXV             ICFTKXV
    'ANALYST PREVENTION': { own: 'AR-AR--', foreign: '-R-R---' },
    'ANALYST DETECTION': { own: 'AARAR--', foreign: 'RR-R---' },
    'ANALYST SOLVING': { own: 'AAAAR--', foreign: 'RR-R---' },
    'ANALYST INVESTIGATION': { own: 'AAAAR--', foreign: 'RR-R---' },
    'INVESTIGATOR PREVENTION': { own: 'AR-A-R-', foreign: 'RR-R---' },
    'INVESTIGATOR DETECTION': { own: 'AARARR-', foreign: 'RR-R---' },
    'INVESTIGATOR SOLVING': { own: 'AAAAAAR', foreign: 'RR-RR--' },
    'INVESTIGATOR INVESTIGATION': { own: 'AAAAAAA', foreign: 'RRRRR--' },
    'LIAISON PREVENTION': { own: 'ARRARR-', foreign: 'RR-R---' },
    'LIAISON DETECTION': { own: 'ARRARR-', foreign: 'RR-RRR-' },
    'LIAISON SOLVING': { own: 'ARRARR-', foreign: 'RR-RRR-' },
    'LIAISON INVESTIGATION': { own: 'ARRARR-', foreign: 'RRRRRR-' },
    'SUPERVISOR PREVENTION': { own: 'AARAAA-', foreign: 'R--R---' },
    'SUPERVISOR DETECTION': { own: 'AAAAAAR', foreign: 'RR-R---' },
    'SUPERVISOR SOLVING': { own: 'AAAAAAA', foreign: 'RR-RR--' },
    'SUPERVISOR INVESTIGATION': { own: 'AAAAAAA', foreign: 'RRRRR--' },
    'PARTNER PREVENTION': { own: '-R-A---', foreign: '-R-R---' },
    'PARTNER DETECTION': { own: '-R-A---', foreign: '-R-R---' },
  },
  shareable: ['IDENTITY', 'CONTACT', 'TECHNICAL'],
  demandsReason: false,
  longestReleaseDays: 180,
};
