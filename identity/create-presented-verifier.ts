import { LRUCache } from 'lru-cache';
import type { Agency } from '../terms/agencies.ts';
import { type AttestationKeys, attestationType, createAttestationVerifier } from './attestation.ts';
import { type CallerResult, type CallerVerifier, hashOfToken } from './caller-token.ts';
import { jwsType } from './jws.ts';

/**
 * Makes the verifier for the viewer of a fetch at an agency's subgraph. It accepts the own tokens of the agency's own
 * officers; for officers of other agencies, an attestation of their agency, or a token for this audience that their
 * provider gave in exchange. It never accepts another agency's officers by a token that is good at the gateway, so that
 * nobody comes to hold one here.
 * @param own the agency whose subgraph it is
 * @param verifyToken verifies tokens of identity providers, each for the audience that its agency's officers have
 *   here
 */
export function createPresentedVerifier(
  own: Agency,
  verifyToken: CallerVerifier,
  attestationKeys: AttestationKeys,
): CallerVerifier {
  const verifyAttestation = createAttestationVerifier(attestationKeys, own);
  const believed = new LRUCache<string, Extract<CallerResult, { viewer: unknown }>>({ max: 5_000 });

  return async (token) => {
    if (jwsType(token) !== attestationType) return verifyToken(token);
    const tokenHash = hashOfToken(token);
    const kept = believed.get(tokenHash);
    if (kept && kept.expiresAt > Date.now()) return kept;
    const result = verifyAttestation(token);
    if ('refused' in result)
      return { refused: `The attestation of your agency is refused: ${result.refused}.` };
    const known = { ...result, tokenHash };
    believed.set(tokenHash, known);
    return known;
  };
}
