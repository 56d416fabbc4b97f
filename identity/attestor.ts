import { z } from 'zod';
import { type Agency, agencyNames } from './agencies.ts';

/** What the gateway and an agency's attestor say to each other. The mandate is in the identity token. */
export const attestorPath = '/attestation';

/** The audience of an identity token for an agency's attestor, which its subgraph does not accept, and the other way round. */
export const attestorAudience = (agency: Agency): string => `${agency}_ATTESTOR`;

/** Where an agency's attestor listens unless it is told otherwise. */
export const attestorPort = (agency: Agency): number => 4011 + agencyNames.indexOf(agency);

/** What the gateway asks: the agency at which the caller is to be known. */
export const attestationRequest = z.strictObject({
  audience: z.enum(agencyNames as [Agency, ...Agency[]]),
});

/** What it is answered. */
export const attestationAnswer = z.object({ attestation: z.string().min(1) });
