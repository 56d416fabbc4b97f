import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Mode, readSettings, SettingsError } from '../server/settings.ts';
import { type Agency, agencyNames, audienceOf, othersThan } from '../terms/agencies.ts';
import type { AttestationKeys } from './attestation.ts';
import { type CallerVerifier, callerAudience, createCallerVerifier, subjectOf } from './caller-token.ts';
import { createPresentedVerifier } from './create-presented-verifier.ts';
import { keysInSet } from './ed25519-keys.ts';
import { isDevelopmentKey } from './is-development-key.ts';
import { type IssuerKeys, type IssuerKeysOptions, issuerKeys } from './issuer-keys.ts';
import { issuerSettings, issuersIn } from './issuer-settings.ts';
import { developmentKey, readKey } from './signing-key-from.ts';

/**
 * The way in which an agency makes its officers known abroad: by an attestation of its own attestor, or by a token that
 * their identity provider gives in exchange for theirs (RFC 8693). It is one or the other, so that neither opens what
 * the other was to close.
 */
export type WayAbroad = 'attestation' | 'exchange';

/** `<AGENCY>_ABROAD` of each agency, which everybody who meets its officers must be told alike. */
export function waysAbroad(environment: NodeJS.ProcessEnv): Record<Agency, WayAbroad> {
  const way = z.enum(['attestation', 'exchange'], 'must be attestation or exchange').default('attestation');
  const shape = Object.fromEntries(agencyNames.map((agency) => [`${agency}_ABROAD`, way]));
  const settings = readSettings(shape, environment);
  return Object.fromEntries(agencyNames.map((agency) => [agency, settings[`${agency}_ABROAD`]])) as Record<
    Agency,
    WayAbroad
  >;
}

const jwksOf = (agency: Agency) => `${agency}_ATTESTATION_JWKS`;

/** A set of keys as it stands, or the `file:` URL of one. */
const pinnedKeySet = z
  .string("is required: the public keys of this agency's attestor")
  .refine(
    (value) => value.startsWith('{') || (URL.canParse(value) && new URL(value).protocol === 'file:'),
    'must be a set of JSON Web Keys, or a URL beginning with file:',
  );

const textOf = (given: string): string =>
  given.startsWith('{') ? given : readFileSync(new URL(given), 'utf8');

interface Allowed {
  allowDevelopmentKeys: boolean;
}

/** @throws SettingsError for sets that are none, development's where they are not allowed, and ids that two agencies' keys have */
function attestationKeysIn(
  settings: Record<string, unknown>,
  agencies: readonly Agency[],
  { allowDevelopmentKeys }: Allowed,
): AttestationKeys {
  const all = new Map<string, { agency: Agency; key: KeyObject }>();
  for (const agency of agencies) {
    const variable = jwksOf(agency);
    for (const [kid, key] of readKey(variable, () => keysInSet(textOf(settings[variable] as string)))) {
      if (!allowDevelopmentKeys && isDevelopmentKey(kid)) throw developmentKey(variable);
      if (all.has(kid)) throw new SettingsError(`${variable}: ${kid} is the id of another agency's key too`);
      all.set(kid, { agency, key });
    }
  }
  return all;
}

/**
 * The officers that an agency's subgraph can recognise: its own by its own provider, others in the way that their
 * agencies have chosen.
 */
export interface KnownOfficers {
  /** The settings that it reads from the environment. */
  shape: Record<string, z.ZodType>;
  /** @throws SettingsError for keys that cannot be used */
  in(
    settings: Record<string, unknown>,
    options: Allowed & Pick<IssuerKeysOptions, 'told'>,
  ): {
    verify: CallerVerifier;
    keys: IssuerKeys;
    /** A subject of this agency's as its tokens are read. */
    subjectOf: (written: string) => string;
  };
}

export function knownOfficers(own: Agency, mode: Mode, environment: NodeJS.ProcessEnv): KnownOfficers {
  const ways = waysAbroad(environment);
  const attesting = othersThan(own).filter((agency) => ways[agency] === 'attestation');
  const issuing = agencyNames.filter((agency) => !attesting.includes(agency));
  return {
    shape: {
      ...issuerSettings(mode, issuing),
      ...Object.fromEntries(attesting.map((agency) => [jwksOf(agency), pinnedKeySet])),
    },
    in(settings, { allowDevelopmentKeys, told }) {
      const issuers = issuersIn(settings, issuing);
      const keys = issuerKeys(issuers, told ? { told } : {});
      const verifyToken = createCallerVerifier(issuers, {
        allowDevelopmentKeys,
        keys,
        audienceFor: (agency) => (agency === own ? callerAudience : audienceOf(own)),
      });
      const attestationKeys = attestationKeysIn(settings, attesting, { allowDevelopmentKeys });
      const ownIssuer = issuers.find(({ agency }) => agency === own) ?? {};
      return {
        verify: createPresentedVerifier(own, verifyToken, attestationKeys),
        keys,
        subjectOf: (written) => subjectOf(ownIssuer, written),
      };
    },
  };
}
