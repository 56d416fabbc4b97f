import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type JsonWebKey,
  sign,
} from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { linked, profile } from '../../support/end-to-end/demo.ts';
import { keyOf, part } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import type { Caught } from '../tap.ts';
import type { Target } from '../target.ts';
import { another, isAnsweredAgain } from './abroad.ts';

const identityOf = ({ headers }: Caught): string => String(headers['concord-identity'] ?? '');
const tokenOf = ({ headers }: Caught): string => (headers.authorization ?? '').replace(/^Bearer /, '');

/** A read of an officer of Belarus that the operator of Russia's subgraph catches, sent under a grant. */
async function caughtUnderGrant(target: Target, role = 'investigator'): Promise<Caught> {
  const officer = target.investigating('belarus', role);
  // The first fetch to an agency that has not told its key is sent without one.
  for (let time = 0; time < 3; time += 1) {
    target.taps.russia.take();
    await officer.query(profile, { id: linked.belarus });
    const caught = target.taps.russia.take().find((each) => identityOf(each).includes('~'));
    if (caught) return caught;
  }
  throw new Error('nothing was sent to Russia under a grant');
}

/** True if a request that was caught is answered when it is sent again after so many milliseconds. */
async function isAnsweredAfter(target: Target, milliseconds: number): Promise<boolean> {
  const caught = await caughtUnderGrant(target);
  await sleep(milliseconds);
  return isAnsweredAgain(target.russia, caught, caught.body);
}

/** True if an officer's read is answered under this grant: their own, or a colleague's. */
async function isAnsweredFor(target: Target, whose: 'own' | 'a colleague’s'): Promise<boolean> {
  const [one, other] = [await caughtUnderGrant(target), await caughtUnderGrant(target, 'supervisor')];
  const granted = whose === 'own' ? other : one;
  const headers = { ...granted.headers, authorization: `Bearer ${tokenOf(other)}` };
  return isAnsweredAgain(target.russia, { headers }, granted.body);
}

/** Russia's half of the key, which it tells everybody who sends it a fetch token, whatever that is worth. */
async function halfOfRussia(target: Target): Promise<string> {
  const { headers } = await fetch(`${target.russia}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer a.b.c',
      'concord-identity': 'a.b.c',
    },
    body: another,
  });
  return headers.get('concord-grant-key') ?? '';
}

/** The request that was caught, under a grant and a code that this key made for another query, in the gateway's name. */
async function regranted(target: Target, caught: Caught, name: 'gateway' | 'russia-issuer'): Promise<Caught> {
  const [header = '', claims = ''] = identityOf(caught).split('.');
  const agencyHalf = await halfOfRussia(target);
  const own = generateKeyPairSync('x25519');
  const half = own.publicKey.export({ format: 'jwk' }).x ?? '';
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const content = `${header}.${part({ ...said, half })}`;
  const key = createPrivateKey({ key: keyOf(target, name) as JsonWebKey, format: 'jwk' });
  const grant = `${content}.${sign(null, Buffer.from(content), key).toString('base64url')}`;
  const [, sent = ''] = identityOf(caught).split('~');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: agencyHalf }, format: 'jwk' });
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey });
  const mac = hkdfSync('sha256', shared, '', `concord-fetch-mac RUSSIA ${half} ${agencyHalf}`, 32);
  const hash = createHash('sha256').update(another).digest('base64url');
  const code = createHmac('sha256', Buffer.from(mac))
    .update(`concord-fetch\nPOST\n/graphql\n${grant}\n${sent}\n${hash}`)
    .digest('base64url');
  return { headers: { ...caught.headers, 'concord-identity': [grant, sent, code].join('~') }, body: another };
}

/** True if another query is answered under a grant that somebody with this key has made. */
const isAnsweredUnder = async (target: Target, name: 'gateway' | 'russia-issuer'): Promise<boolean> =>
  isAnsweredAgain(target.russia, await regranted(target, await caughtUnderGrant(target), name), another);

export const grantAttacks: readonly Attack[] = [
  {
    mend: 'code of a grant',
    name: 'a read that was caught under a grant, sent again with another query in it',
    control: (target) => isAnsweredAfter(target, 0),
    heldBy: ['IDENTITY_REFUSED'],
    attempt: async (target) => isAnsweredAgain(target.russia, await caughtUnderGrant(target), another),
  },
  {
    mend: 'caller of a grant',
    name: 'a read that was granted to one officer, in the name of a supervisor',
    control: (target) => isAnsweredFor(target, 'own'),
    heldBy: ['IDENTITY_REFUSED'],
    attempt: (target) => isAnsweredFor(target, 'a colleague’s'),
  },
  {
    mend: 'age of a read under a grant',
    name: 'a read that was caught under a grant that is good still, sent again after 36 seconds',
    control: (target) => isAnsweredAfter(target, 0),
    heldBy: ['IDENTITY_REFUSED'],
    attempt: (target) => isAnsweredAfter(target, 36_000),
  },
  {
    mend: 'signature of a grant',
    name: 'a grant of the attacker’s own under the name of the gateway’s key, with a code that only they could make',
    control: (target) => isAnsweredUnder(target, 'gateway'),
    heldBy: ['IDENTITY_REFUSED'],
    attempt: (target) => isAnsweredUnder(target, 'russia-issuer'),
  },
];
