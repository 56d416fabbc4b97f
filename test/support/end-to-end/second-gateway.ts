import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SharedStack } from './shared-stack.ts';
import { agencyNames, issuerOf, keyOf } from './tokens.ts';

/** Settings of a second gateway before the agencies of the shared stack, which a test file may break or set as it needs. */
export function secondGateway(stack: SharedStack, port: number): NodeJS.ProcessEnv {
  const jwksOf = (name: string) => pathToFileURL(join(stack.dataDirectory, 'keys', `${name}.jwks.json`)).href;
  return {
    CONCORD_MODE: 'development',
    GATEWAY_PORT: String(port),
    GATEWAY_SIGNING_KEY: JSON.stringify(keyOf(stack, 'gateway')),
    ...Object.fromEntries(
      agencyNames.flatMap((name) => {
        const agency = name.toUpperCase();
        return [
          [`${agency}_ISSUER`, issuerOf(name)],
          [`${agency}_JWKS`, jwksOf(`${name}-issuer`)],
          [`${agency}_URL`, `${stack[name]}/graphql`],
          [`${agency}_ATTESTOR_URL`, stack.attestors[name]],
          [`${agency}_DEVELOPMENT_KEY`, JSON.stringify(keyOf(stack, `${name}-issuer`))],
        ];
      }),
    ),
  };
}
