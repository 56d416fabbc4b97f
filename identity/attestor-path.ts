import { z } from 'zod';
import { type Agency, agencyNames } from '../terms/agencies.ts';

/** The messages between the gateway and an agency's attestor. The mandate is in the fetch token. */
export const attestorPath = '/attestation';

/** The audience of a fetch token for an agency's attestor, which its subgraph does not accept, and the other way round. */
export const attestorAudience = (agency: Agency): string => `${agency}_ATTESTOR`;

/** The default port of an agency's attestor. */
export const attestorPort = (agency: Agency): number => 4011 + agencyNames.indexOf(agency);

/** The gateway's request: the agency at which the caller is to be known. */
export const attestationRequest = z.strictObject({
  audience: z.enum(agencyNames),
});

/** The attestor's answer. */
export const attestationAnswer = z.object({ attestation: z.string().min(1) });
