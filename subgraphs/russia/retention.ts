import type { RetentionPeriods } from '../agency/records/values/retention-periods.ts';

/**
 * Periods for which Russia holds its records. Plausible and not confirmed: to be replaced by the agency's own order.
 */
export const retention: RetentionPeriods = {
  years: {
    names: 10,
    birth: 10,
    birthPlace: 10,
    sex: 10,
    citizenships: 10,
    documents: 10,
    contacts: 5,
    instruments: 5,
    infrastructure: 5,
    roles: 10,
    memberships: 10,
    offences: 10,
    measures: 5,
    harms: 10,
    status: 10,
    groups: 10,
  },
  longest: 15,
  daysAfterClearing: 30,
  readsYears: 5,
  messagesYears: 5,
};
