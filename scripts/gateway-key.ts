/**
 * `npm run gateway-key -- DIRECTORY`: makes the gateway's key pair for production. The private key goes to the gateway
 * alone (GATEWAY_SIGNING_KEY_FILE), the public set to every subgraph (GATEWAY_JWKS). Keys that exist are kept.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function main([directory]: string[]): number {
  if (!directory) {
    process.stderr.write('usage: npm run gateway-key -- DIRECTORY\n');
    return 1;
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = randomUUID();
  const named = (key: typeof privateKey) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    alg: 'EdDSA',
    use: 'sig',
  });
  mkdirSync(directory, { recursive: true });
  try {
    const once = { flag: 'wx' } as const;
    writeFileSync(join(directory, 'gateway-signing-key'), JSON.stringify(named(privateKey)), {
      ...once,
      mode: 0o600,
    });
    writeFileSync(join(directory, 'gateway-jwks'), JSON.stringify({ keys: [named(publicKey)] }), once);
  } catch (error) {
    process.stderr.write(`gateway-key: ${(error as Error).message}\n`);
    return 1;
  }
  process.stdout.write(`wrote ${directory}/gateway-signing-key and ${directory}/gateway-jwks\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
