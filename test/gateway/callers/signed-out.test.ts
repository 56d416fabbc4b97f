import { createSignedOut, stillWelcome } from '../../../gateway/callers/signed-out.ts';
import { hashOfToken } from '../../../identity/caller-token.ts';

const nobodySuspended = { has: () => false };

const viewer = { subject: 'officer-1', agency: 'BELARUS', roles: ['ANALYST'], cases: [] } as const;
const verify = async (token: string) => ({ viewer, tokenHash: hashOfToken(token), expiresAt: 2_000 });

describe('a token that is good', () => {
  test('opens the gateway until its holder signs out with it, and then no more', async () => {
    const signedOut = createSignedOut(() => 1_000);
    const welcome = stillWelcome(verify, { suspended: nobodySuspended, signedOut });
    expect(await welcome('h.a.signature')).toHaveProperty('viewer');
    signedOut.note('h.a.signature', 2_000);
    const refused = { refused: 'You have signed out with this token. Sign in again.' };
    expect(await welcome('h.a.signature')).toEqual(refused);
    expect(await welcome('h.b.signature')).toHaveProperty('viewer');
  });

  test('that its holder has signed out with opens nothing under any other spelling of its signature', async () => {
    const signedOut = createSignedOut(() => 1_000);
    const welcome = stillWelcome(verify, { suspended: nobodySuspended, signedOut });
    signedOut.note('h.a.signature', 2_000);
    expect(await welcome('h.a.signaturf')).toHaveProperty('refused');
    expect(await welcome('h.a.other')).toHaveProperty('refused');
  });

  test('is remembered to its end, when it opens nothing by itself', () => {
    let now = 1_000;
    const signedOut = createSignedOut(() => now);
    signedOut.note('a', 2_000);
    expect(signedOut.has('a')).toBe(true);
    now = 2_000;
    expect(signedOut.has('a')).toBe(false);
  });

  test('opens nothing while its holder is suspended', async () => {
    let isSuspended = false;
    const suspended = { has: () => isSuspended };
    const welcome = stillWelcome(verify, { suspended, signedOut: createSignedOut() });
    expect(await welcome('a')).toHaveProperty('viewer');
    isSuspended = true;
    expect(await welcome('a')).toEqual({
      refused: 'BELARUS has suspended you. Ask a supervisor of your agency.',
      code: 'FORBIDDEN',
    });
    isSuspended = false;
    expect(await welcome('a')).toHaveProperty('viewer');
  });
});
