import type { AgencyRetention } from '../agency/records/values/agency-retention.ts';

/**
 * Periods for which Belarus holds its records. Plausible and not confirmed: to be replaced by the agency's own order.
 */
export const retention: AgencyRetention = {
  years: {
    IDENTITY: 10,
    CONTACT: 5,
    FINANCIAL: 5,
    TECHNICAL: 5,
    CASE: 10,
    // Measures: as a kind they are TACTICAL, whatever has become of one.
    TACTICAL: 10,
    VICTIM: 10,
    groups: 10,
  },
  longest: 15,
  daysAfterClearing: 30,
  readsYears: 5,
  messagesYears: 5,
  historyYears: 5,
  removal: { waitDays: 3, lapseDays: 30, mostADay: 20, toldDays: 7, contestDays: 3 },
};
