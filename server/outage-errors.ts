/** The sentences by which the gateway, or an agency itself, tells that an agency is out of order. */
export const outageErrors = {
  AGENCY_UNAVAILABLE: (agency: string) =>
    `${agency} does not answer at the moment; what it holds is missing here. Try again later.`,
  OUTCOME_UNKNOWN: (agency: string) =>
    `${agency} did not confirm in time, so the action may or may not have happened. Ask again with the same idempotency-key.`,
} as const;

/** The sentence where more is known of the outage. @param cause a whole sentence */
export const outageBecauseOf = (agency: string, cause: string): string =>
  `${cause} What ${agency} holds is missing here.`;
