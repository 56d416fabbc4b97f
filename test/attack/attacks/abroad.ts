import { linked, profile } from '../../support/end-to-end/demo.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Caught } from '../tap.ts';
import { caseOf, type Target } from '../target.ts';

/** What the operator of Russia's subgraph catches while an officer of Belarus reads a profile. */
async function caughtAbroad(target: Target): Promise<Caught> {
  target.taps.russia.take();
  await target.investigating('belarus', 'investigator').query(profile, { id: linked.belarus });
  const [caught] = target.taps.russia.take();
  if (!caught) throw new Error('nothing was sent to Russia');
  return caught;
}

/** Whether a bearer token reads a dossier of Belarus at the gateway. */
async function readsAtHome(target: Target, token: string): Promise<boolean> {
  const { text } = await target
    .holding(token)
    .for('INVESTIGATION', caseOf.belarus)
    .query(`{ suspect(id: "${linked.belarus}") { belarus { id names { full } } } }`);
  return text.includes('"full"');
}

const bearerOf = ({ headers }: Caught) => (headers.authorization ?? '').replace(/^Bearer /, '');

/** Whether what was caught, sent to the subgraph again with this body, answers with a dossier of Russia. */
export async function isAnsweredAgain(
  subgraph: string,
  { headers }: Pick<Caught, 'headers'>,
  body: string,
): Promise<boolean> {
  const { authorization = '', 'concord-identity': identity = '' } = headers;
  const response = await fetch(`${subgraph}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, 'concord-identity': String(identity) },
    body,
  });
  return (await response.text()).includes(linked.russia);
}

/** A query that nobody has asked. */
export const another = JSON.stringify({
  query: `{ _entities(representations: [{ __typename: "Suspect", id: "${linked.russia}" }]) { ... on Suspect { russia { id contacts { value } } } } }`,
});

export const abroadAttacks: readonly Attack[] = [
  {
    mend: 'tokens for abroad',
    name: 'a token that the other agency has caught, to read at home in the officer’s name',
    control: async (target) => readsAtHome(target, await officerToken(target, 'belarus')),
    heldBy: ['UNAUTHENTICATED'],
    attempt: async (target) => readsAtHome(target, bearerOf(await caughtAbroad(target))),
  },
  {
    mend: 'fetch tokens',
    name: 'a fetch that was caught, sent again with another query in it',
    control: async (target) => {
      const caught = await caughtAbroad(target);
      return isAnsweredAgain(target.russia, caught, caught.body);
    },
    heldBy: ['IDENTITY_REFUSED'],
    attempt: async (target) => isAnsweredAgain(target.russia, await caughtAbroad(target), another),
  },
  {
    mend: 'fetch tokens',
    name: 'a fetch that Russia has caught, sent to Belarus',
    control: async (target) => {
      const caught = await caughtAbroad(target);
      return isAnsweredAgain(target.russia, caught, caught.body);
    },
    heldBy: ['UNAUTHENTICATED', 'IDENTITY_REFUSED'],
    attempt: async (target) => {
      const caught = await caughtAbroad(target);
      const body = caught.body.replaceAll('russia', 'belarus').replaceAll('Russia', 'Belarus');
      const { authorization = '', 'concord-identity': identity = '' } = caught.headers;
      const headers = {
        'content-type': 'application/json',
        authorization,
        'concord-identity': String(identity),
      };
      const response = await fetch(`${target.belarus}/graphql`, { method: 'POST', headers, body });
      return (await response.text()).includes('"full"');
    },
  },
];
