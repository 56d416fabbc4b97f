import type { AgencyPolicy } from '../agency/permissions/policy.ts';

/**
 * Belarus's policy: which roles may read which classes of its dossiers, for which purpose. Plausible and not confirmed:
 * to be replaced by the agency's own order. Belarus gives FINANCIAL abroad from SOLVING on, and VICTIM for
 * INVESTIGATION, since its citizens are the victims.
 *
 * Each row is for a role and a purpose; `own` for Belarus's viewers, `foreign` for those of another agency. Its letters
 * stand for IDENTITY, CONTACT, FINANCIAL, TECHNICAL, CASE, TACTICAL and VICTIM: `A` may be read; `R` depends on the
 * dossier: its case must be the viewer's, or it must be released; `-` may not. A role and purpose without a row read
 * nothing.
 */
export const policy: AgencyPolicy = {
  table: {
    //                                 ICFTKXV             ICFTKXV
    'ANALYST PREVENTION': { own: 'A--A---', foreign: '---R---' },
    'ANALYST DETECTION': { own: 'ARRAR--', foreign: 'R--R---' },
    'ANALYST SOLVING': { own: 'AAAAR--', foreign: 'R--R---' },
    'ANALYST INVESTIGATION': { own: 'AAAAR--', foreign: 'R--R---' },
    'INVESTIGATOR PREVENTION': { own: 'A--A---', foreign: 'R--R---' },
    'INVESTIGATOR DETECTION': { own: 'ARRAR--', foreign: 'RR-R---' },
    'INVESTIGATOR SOLVING': { own: 'AAAAARR', foreign: 'RRRRR--' },
    'INVESTIGATOR INVESTIGATION': { own: 'AAAAARA', foreign: 'RRRRR-R' },
    'LIAISON PREVENTION': { own: 'ARRAR--', foreign: 'RR-R---' },
    'LIAISON DETECTION': { own: 'ARRAR--', foreign: 'RR-RR--' },
    'LIAISON SOLVING': { own: 'ARRAR--', foreign: 'RRRRR--' },
    'LIAISON INVESTIGATION': { own: 'ARRAR--', foreign: 'RRRRRRR' },
    'SUPERVISOR PREVENTION': { own: 'ARRARR-', foreign: 'R--R---' },
    'SUPERVISOR DETECTION': { own: 'AAAAAAR', foreign: 'R--R---' },
    'SUPERVISOR SOLVING': { own: 'AAAAAAA', foreign: 'RRRRR--' },
    'SUPERVISOR INVESTIGATION': { own: 'AAAAAAA', foreign: 'RRRRR--' },
    'PARTNER PREVENTION': { own: '---A---', foreign: '---R---' },
    'PARTNER DETECTION': { own: '---A---', foreign: '---R---' },
  },
  shareable: ['IDENTITY', 'TECHNICAL'],
  demandsReason: false,
  longestReleaseDays: 365,
};
