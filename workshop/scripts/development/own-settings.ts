import { type Agency, agencyNames } from '../../../terms/agencies.ts';

/** A process of a stack: an agency's subgraph or attestor, or the gateway. */
export type Owner = Agency | `${Agency}_ATTESTOR` | 'GATEWAY';

/** Endings of `<AGENCY>_…` that are secrets of that agency's subgraph alone. */
const ofItsAgency = ['MONGODB_URI', 'JOBS_MONGODB_URI', 'CHANNEL_KEY', 'INDICATOR_KEYS', 'NODE_KEY'];

/** The other secrets, and whose processes need them. */
const others: readonly { names: readonly string[]; owners: readonly Owner[] }[] = [
  { names: ['GATEWAY_SIGNING_KEY'], owners: ['GATEWAY'] },
  {
    names: agencyNames.flatMap((agency) => [
      `${agency}_OIDC_CLIENT_SECRET`,
      `${agency}_EXCHANGE_CLIENT_SECRET`,
    ]),
    owners: ['GATEWAY'],
  },
  ...agencyNames.map((agency) => ({
    names: [`${agency}_ATTESTATION_KEY`],
    owners: [`${agency}_ATTESTOR`] as const,
  })),
  { names: ['MATCH_KEYS'], owners: agencyNames },
];

const secrets: readonly { name: string; owners: readonly Owner[] }[] = [
  ...agencyNames.flatMap((agency) =>
    ofItsAgency.map((ending) => ({ name: `${agency}_${ending}`, owners: [agency] })),
  ),
  ...others.flatMap(({ names, owners }) => names.map((name) => ({ name, owners }))),
];

/** An environment without the secrets of others: a process that is broken into gives away its own keys and no more. */
export function ownSettings(owner: Owner, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = secrets
    .filter(({ owners }) => !owners.includes(owner))
    .flatMap(({ name }) => [name, `${name}_FILE`]);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !foreign.includes(name)));
}
