import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ended, launchScript } from '../../support/end-to-end/processes.ts';
import { freePort, newDirectory, removeDirectory } from '../../support/end-to-end/stack.ts';
import type { Attack } from '../attack.ts';

/** Milliseconds that a gateway has to start or to refuse. */
const longestStart = 60_000;

/** Whether a gateway starts in production, with this address of an agency's subgraph. */
async function starts(address: string): Promise<boolean> {
  const directory = newDirectory();
  try {
    await ended(launchScript('commands/gateway-key.ts', {}, directory));
    const { publicKey } = generateKeyPairSync('ed25519');
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'issuer-1' }];
    const jwks = join(directory, 'issuers.jwks.json');
    writeFileSync(jwks, JSON.stringify({ keys }));
    const port = await freePort();
    const gateway = launchScript('gateway/start.ts', {
      CONCORD_MODE: 'production',
      GATEWAY_PORT: String(port),
      GATEWAY_SIGNING_KEY_FILE: join(directory, 'gateway-signing-key'),
      BELARUS_ISSUER: 'https://login.belarus.example',
      BELARUS_JWKS: pathToFileURL(jwks).href,
      RUSSIA_ISSUER: 'https://login.russia.example',
      RUSSIA_JWKS: pathToFileURL(jwks).href,
      RUSSIA_URL: address,
    });
    const isListening = await gateway.says('listening').then(
      () => true,
      () => false,
    );
    gateway.signal('SIGTERM');
    const { complaints } = await ended(gateway, longestStart);
    if (!isListening && !complaints.some((line) => line.includes('RUSSIA_URL')))
      throw new Error(`the gateway did not start for another reason: ${complaints.join(' ')}`);
    return isListening;
  } finally {
    removeDirectory(directory);
  }
}

export const inTheClearAttacks: readonly Attack[] = [
  {
    mend: 'private networks',
    name: 'a gateway in production that sends records in the clear to another machine',
    control: () => starts('https://subgraph.russia.example/graphql'),
    attempt: () => starts('http://subgraph.russia.example/graphql'),
  },
];
