import { createPublicKey } from 'node:crypto';
import { forOneAudience } from '../../gateway/abroad/for-one-audience.ts';
import type { WayOut } from '../../gateway/abroad/way-out.ts';
import {
  type AttestationKeys,
  type AttestationSigner,
  createAttestationSigner,
} from '../../identity/attestation.ts';
import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { ed25519 } from './key-pairs.ts';

/** The attestors of all agencies in this process: the gateway reaches them without a wire. */
export function attestors(): {
  waysOut: ReadonlyMap<Agency, WayOut>;
  keys: AttestationKeys;
  signers: Record<Agency, AttestationSigner>;
} {
  const pairs = agencyNames.map((agency) => [agency, ed25519(`${subgraphOf(agency)}-attestor-1`)] as const);
  const signers = Object.fromEntries(
    pairs.map(([agency, { kid, privateKey }]) => [
      agency,
      createAttestationSigner({ kid, key: privateKey }, agency),
    ]),
  ) as Record<Agency, AttestationSigner>;
  const waysOut = agencyNames.map((agency): [Agency, WayOut] => [
    agency,
    {
      async obtain({ caller, mandate, audience }) {
        const attested = { viewer: caller.viewer, mandate, expiresAt: Date.now() + 3_600_000 };
        return forOneAudience(signers[agency](attested, audience), audience);
      },
      close: async () => undefined,
    },
  ]);
  return {
    waysOut: new Map(waysOut),
    keys: new Map(
      pairs.map(([agency, { kid, privateKey }]) => [kid, { agency, key: createPublicKey(privateKey) }]),
    ),
    signers,
  };
}
