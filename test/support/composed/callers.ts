import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCallerVerifier, type Issuer } from '../../../identity/caller-token.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { claimsOf, issuerOf, signedBy } from '../caller-tokens.ts';
import { ed25519, keySetOf } from '../key-pairs.ts';

/** Who asks, and under which mandate. */
export interface Asker {
  agency: DemoAgency;
  roles: readonly string[];
  mandate: Mandate;
  cases?: readonly string[];
  subject?: string;
}

/** Identity providers of all agencies, and tokens of theirs. */
export function identityProviders() {
  const directory = mkdtempSync(join(tmpdir(), 'concord-test-'));
  const keys = { BELARUS: ed25519('belarus-1'), RUSSIA: ed25519('russia-1') };
  const issuers = demoAgencies.map((agency): Issuer => {
    const file = join(directory, `${agency}.json`);
    writeFileSync(file, keySetOf(keys[agency]));
    return { agency, issuer: issuerOf(agency), jwks: pathToFileURL(file) };
  });
  const tokens = new Map<string, Promise<string>>();
  return {
    /** The settings by which a gateway knows them. */
    environment: Object.fromEntries(
      issuers.flatMap(({ agency, issuer, jwks }) => [
        [`${agency}_ISSUER`, issuer],
        [`${agency}_JWKS`, jwks.href],
      ]),
    ),
    /** What a subgraph has of them: its own agency's. */
    verifierOf: (own: DemoAgency) =>
      createCallerVerifier(
        issuers.filter(({ agency }) => agency === own),
        { allowDevelopmentKeys: false },
      ),
    verifier: () => createCallerVerifier(issuers, { allowDevelopmentKeys: false }),
    tokenOf({
      agency,
      roles,
      mandate,
      cases = mandate.case ? [mandate.case] : [],
      subject = 'officer',
    }: Asker) {
      const key = JSON.stringify([agency, roles, cases, subject]);
      const token =
        tokens.get(key) ?? signedBy(keys[agency], { ...claimsOf(agency), sub: subject, roles, cases });
      tokens.set(key, token);
      return token;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
