import { linkKey } from '../../playground/parts/keep.ts';
import { handTabTo } from '../../playground/sign-in/hand-tab-to.ts';
import {
  afterEnd,
  afterReading,
  afterSignIn,
  afterSignOut,
  type SignInState,
} from '../../playground/sign-in/sign-in-state.ts';
import type { Officer } from '../../playground/wire/officer.ts';
import { storage } from '../support/playground/storage.ts';

const gateway = { ways: { providers: [], development: [] }, answersWithin: 20_000, writers: null };

const officer = (agency: 'BELARUS' | 'RUSSIA', subject: string, session = subject): Officer => ({
  viewer: { agency, subject, roles: ['ANALYST'], cases: [] },
  session,
  expiresAt: '2026-11-25T18:00:00Z',
  endsIn: 1_000,
  knownDocumentsOnly: false,
});
const alice = officer('BELARUS', 'alice');
const again = officer('BELARUS', 'alice', 'another-session');
const boris = officer('RUSSIA', 'boris');
const signedIn = (who: Officer): SignInState => ({ state: 'signed-in', gateway, officer: who });

describe('a page that reads the session', () => {
  test.each<[string, SignInState, Officer | null, SignInState]>([
    ['with nobody signed in asks', { state: 'loading' }, null, { state: 'signed-out', gateway }],
    ['with somebody signed in shows his desk', { state: 'loading' }, alice, signedIn(alice)],
    ['goes in with a sign-in of another tab', { state: 'signed-out', gateway }, alice, signedIn(alice)],
    ['keeps the desk of who has signed in again', signedIn(alice), again, signedIn(again)],
    [
      'hides the desk of who is signed in no longer',
      signedIn(alice),
      null,
      { state: 'ended', gateway, officer: alice },
    ],
    [
      'hides it from another, and says who',
      signedIn(alice),
      boris,
      { state: 'ended', gateway, officer: alice, other: boris },
    ],
    [
      'shows it when its officer is back',
      { state: 'ended', gateway, officer: alice, other: boris },
      again,
      signedIn(again),
    ],
  ])('%s', (_what, before, found, after) => {
    expect(afterReading(before, { ...gateway, officer: found })).toEqual(after);
  });
});

test('who signs in gets the page, after an end too', () => {
  expect(afterSignIn(afterEnd(signedIn(alice)), boris)).toEqual(signedIn(boris));
  expect(afterEnd({ state: 'signed-out', gateway })).toEqual({ state: 'signed-out', gateway });
});

test('after a sign-out nobody’s desk is left, and one that is not confirmed is said to be', () => {
  expect(afterSignOut(signedIn(alice))).toEqual({ state: 'signed-out', gateway });
  expect(afterSignOut(signedIn(alice), alice)).toEqual({ state: 'signed-out', gateway, unconfirmed: alice });
});

describe('a tab', () => {
  const used = () => {
    const tab = storage();
    handTabTo(tab, alice);
    for (const key of ['graphiql:query', 'concord:mandate', linkKey]) tab.setItem(key, 'x');
    return tab;
  };
  const left = (tab: ReturnType<typeof storage>) =>
    ['graphiql:query', 'concord:mandate', linkKey].filter((key) => tab.getItem(key) !== null);

  test('is found as it was left by the same officer', () => {
    const tab = used();
    handTabTo(tab, again);
    expect(left(tab)).toEqual(['graphiql:query', 'concord:mandate', linkKey]);
  });

  test.each([boris, officer('RUSSIA', 'alice'), officer('BELARUS', 'bob')])(
    'is empty for another, but for a link: %j',
    (other) => {
      const tab = used();
      handTabTo(tab, other);
      expect(left(tab)).toEqual([linkKey]);
    },
  );
});
