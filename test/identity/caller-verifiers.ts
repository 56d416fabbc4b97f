import { type CallerResult, createCallerVerifier, type Issuer } from '../../identity/caller-token.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { ed25519, keySetOf, p256, p521 } from '../support/key-pairs.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

export const belarusKey = ed25519('belarus-1');
export const russiaKey = p256('russia-1');
export const developmentKey = ed25519('development-1');
export const unlistedKey = p521('belarus-2');

export const belarus = claimsOf('BELARUS');
export const notSigned: CallerResult = { refused: 'The token is malformed or not signed by its issuer.' };
export const expired: CallerResult = { refused: 'The token has expired. Sign in again.' };
export const claim = (name: string): CallerResult => ({
  refused: `The token's claim \`${name}\` is missing or not the one expected here.`,
});
export const ofBelarus = (changed: Record<string, unknown> = {}) =>
  signedBy(belarusKey, { ...belarus, ...changed });
export const viewerOf = (result: CallerResult) => ('viewer' in result ? result.viewer : result);

/** The verifiers of a production and of a development gateway, and the directory of their issuers' keys, which goes with the file. */
export function callerVerifiers() {
  const files = temporaryDirectory();

  const issuers: Issuer[] = [
    {
      agency: 'BELARUS',
      issuer: issuerOf('BELARUS'),
      jwks: files.write('belarus.json', keySetOf(belarusKey, unlistedKey, developmentKey)),
    },
    { agency: 'RUSSIA', issuer: issuerOf('RUSSIA'), jwks: files.write('russia.json', keySetOf(russiaKey)) },
  ];
  const production = createCallerVerifier(issuers, { allowDevelopmentKeys: false });
  const development = createCallerVerifier(issuers, { allowDevelopmentKeys: true });

  return { files, production, development };
}
