import { linked } from '../../support/end-to-end/demo.ts';
import { claimsOf, keyOf, part, signed } from '../../support/end-to-end/tokens.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

const ask = `{ suspect(id: "${linked.belarus}") { belarus { id } } }`;

/** Whether a token opens the records of Belarus. */
async function opens(target: Target, token: string | Promise<string>): Promise<boolean> {
  const { body } = await target.holding(token).for('INVESTIGATION', caseOf.belarus).query<{
    suspect: { belarus: { id: string } | null } | null;
  }>(ask);
  return body.data?.suspect?.belarus?.id === linked.belarus;
}

const genuine = (target: Target, changed: Record<string, unknown> = {}) =>
  signed(keyOf(target, 'belarus-issuer'), claimsOf('belarus', 'investigator', changed));

/** A token of Belarus, signed by the provider of Russia under the key id of Belarus or its own. */
async function signedByOther(target: Target, kid: 'own' | 'theirs'): Promise<string> {
  const key = keyOf(target, 'russia-issuer');
  const stolen = keyOf(target, 'belarus-issuer').kid;
  return signed(
    kid === 'own' || stolen === undefined ? key : { ...key, kid: stolen },
    claimsOf('belarus', 'investigator'),
  );
}

/** The attack with each of several forged tokens, beside the genuine one. */
const forging = (
  mend: string,
  name: string,
  forged: (target: Target) => Promise<string> | string,
): Attack => ({
  mend,
  name,
  control: (target) => opens(target, genuine(target)),
  heldBy: ['UNAUTHENTICATED'],
  attempt: (target) => opens(target, Promise.resolve(forged(target))),
});

export const tokenAttacks: readonly Attack[] = [
  forging('pinned issuers', 'an officer of Belarus in a token that the provider of Russia signs', (target) =>
    signedByOther(target, 'own'),
  ),
  forging('pinned issuers', 'the same under the key id of the provider of Belarus', (target) =>
    signedByOther(target, 'theirs'),
  ),
  forging('signatures', 'an unsigned token', () =>
    [part({ alg: 'none', typ: 'JWT' }), part(claimsOf('belarus', 'investigator')), ''].join('.'),
  ),
  forging('signatures', 'a genuine token with other claims under its signature', async (target) => {
    const [header, , signature] = (await genuine(target)).split('.');
    return [header, part(claimsOf('belarus', 'supervisor')), signature].join('.');
  }),
  forging('subjects that can be seen', 'a genuine token whose subject has a blank at its end', (target) =>
    genuine(target, { sub: 'belarus-investigator-1 ' }),
  ),
  forging('subjects that can be seen', 'the same with a character of no width in its subject', (target) =>
    genuine(target, { sub: 'belarus-investigator\u200b-1' }),
  ),
  forging('audience', 'a token of the agency that is meant for another system', (target) =>
    genuine(target, { aud: 'records-archive' }),
  ),
  forging('lifetime', 'a token that has expired', (target) =>
    genuine(target, { iat: 1_600_000_000, exp: 1_600_003_600 }),
  ),
];
