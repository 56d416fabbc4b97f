/**
 * `npm run gateway-key -- DIRECTORY`: makes the gateway's key pair for production. The private key goes to the gateway
 * alone (GATEWAY_SIGNING_KEY_FILE), the public set to every subgraph (GATEWAY_JWKS). Keys that exist are kept.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newKeyPair } from './keys/new-key-pair.ts';
import { writeWhole } from './keys/write-whole.ts';

function main([directory]: string[]): number {
  if (!directory) {
    process.stderr.write('usage: npm run gateway-key -- DIRECTORY\n');
    return 1;
  }
  const { privateJwk, publicJwk } = newKeyPair();
  mkdirSync(directory, { recursive: true });
  try {
    writeWhole(join(directory, 'gateway-signing-key'), JSON.stringify(privateJwk));
    writeWhole(join(directory, 'gateway-jwks'), JSON.stringify({ keys: [publicJwk] }), 0o644);
  } catch (error) {
    process.stderr.write(`gateway-key: ${(error as Error).message}\n`);
    return 1;
  }
  process.stdout.write(`wrote ${directory}/gateway-signing-key and ${directory}/gateway-jwks\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
