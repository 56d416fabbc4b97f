import { type ClientOptions, createConcordClient, type Mandate } from '../../../sdk/src/index.ts';
import type { StackAddress } from '../../support/end-to-end/stack.ts';
import { type AgencyName, officerToken } from '../../support/end-to-end/tokens.ts';

export const investigation: Mandate = {
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  case: 'BY-2026-000001',
};

/** A client of a running gateway for an officer of an agency, who investigates unless it is said otherwise. */
export const officerAt = (
  stack: StackAddress,
  agency: AgencyName,
  role: string,
  options: Partial<ClientOptions> = {},
) =>
  createConcordClient({
    endpoint: `${stack.gateway}/graphql`,
    token: () => officerToken(stack, agency, role),
    mandate: investigation,
    ...options,
  });
