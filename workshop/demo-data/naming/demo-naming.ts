import { createSecretKey } from 'node:crypto';
import { developmentKeyPrefix } from '../../../identity/is-development-key.ts';
import { nodeNaming } from '../../../subgraphs/agency/records/formats/text/node-id.ts';

const secret = Buffer.from('demo'.padEnd(32, '.'));

/** A key that everybody knows, as `<AGENCY>_NODE_KEY` has it: for demo records that are not written yet, and for stacks that are measured. */
export const demoNodeKey: string = JSON.stringify({
  kty: 'oct',
  kid: `${developmentKeyPrefix}demo`,
  k: secret.toString('base64url'),
});

/** The names under it. Whoever writes demo records for a stack gives them the names of its agencies. */
export const demoNaming = nodeNaming(createSecretKey(secret));
