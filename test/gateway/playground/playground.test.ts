import { playgroundIn, playgroundShape } from '../../../gateway/playground/playground-settings.ts';
import { isFromPage } from '../../../gateway/playground/require-page.ts';
import { Sessions, type SignedIn } from '../../../gateway/playground/session.ts';
import { createSignInLimit } from '../../../gateway/playground/sign-in/create-sign-in-limit.ts';
import type { Issuer } from '../../../identity/caller-token.ts';
import { type Mode, readSettings } from '../../../server/settings.ts';
import { classesOf } from '../../../workshop/scripts/playground/classes.ts';

describe('a request of the page', () => {
  test.each([{}, { 'sec-fetch-site': 'same-origin' }])('is one with its header: %j', (more) => {
    expect(isFromPage({ 'concord-playground': '1', ...more })).toBe(true);
  });
  test.each([
    {},
    { 'concord-playground': '0' },
    { 'concord-playground': '1', 'sec-fetch-site': 'cross-site' },
    { 'concord-playground': '1', 'sec-fetch-site': 'same-site' },
    { 'concord-playground': '1', 'sec-fetch-site': 'none' },
  ])('is none of another: %j', (headers) => expect(isFromPage(headers)).toBe(false));
});

describe('a session', () => {
  const signedIn: SignedIn = {
    token: 't',
    viewer: { subject: 's', agency: 'BELARUS', roles: [], cases: [] },
    expiresAt: 1_000,
  };
  const minutes = (count: number) => count * 60_000;

  test('is found by its name until its token ends', () => {
    let now = 999;
    const sessions = new Sessions({ longestIdle: minutes(30), now: () => now });
    const { session, name } = sessions.open(signedIn);
    expect(sessions.find(name)).toBe(session);
    expect(sessions.endsIn(session)).toBe(1);
    now = 1_000;
    expect(sessions.find(name)).toBeUndefined();
    expect(sessions.stateOf(name)).toEqual({ name: 'expired' });
  });

  test('is gone once it is closed, and is never found by another name', () => {
    const sessions = new Sessions({ longestIdle: minutes(30), now: () => 0 });
    const { session, name } = sessions.open(signedIn);
    expect(sessions.open(signedIn).name).not.toBe(name);
    expect(sessions.close(name)).toBe(session);
    expect([name, 'another', undefined].map((each) => sessions.stateOf(each))).toEqual(
      Array(3).fill({ name: 'none' }),
    );
  });

  test('is one of five of an officer at most: the one that was used longest ago gives way, and nobody else’s', () => {
    let now = 0;
    const sessions = new Sessions({ longestIdle: minutes(30), now: () => now });
    const other = sessions.open({ ...signedIn, viewer: { ...signedIn.viewer, subject: 'other' } });
    const own = Array.from({ length: 5 }, () => {
      now += 1;
      return sessions.open(signedIn);
    });
    now += 1;
    if (own[0]) sessions.use(own[0].session);
    const sixth = sessions.open(signedIn);
    const isThere = [...own, sixth, other].map(({ name }) => sessions.find(name) !== undefined);
    expect(isThere).toEqual([true, false, true, true, true, true, true]);
  });

  test('has a tag that is not another’s, and says nothing of its name', () => {
    const sessions = new Sessions({ longestIdle: minutes(30), now: () => 0 });
    const [one, other] = [sessions.open(signedIn), sessions.open(signedIn)];
    expect(one.session.tag).not.toBe(other.session.tag);
    expect(one.name).not.toContain(one.session.tag);
    expect(sessions.find(one.session.tag)).toBeUndefined();
  });

  test('ends when nothing is asked for long, and not while something is', () => {
    let now = 0;
    const sessions = new Sessions({ longestIdle: minutes(30), now: () => now });
    const day = { ...signedIn, expiresAt: minutes(24 * 60) };
    const { session, name } = sessions.open(day);
    now = minutes(29);
    sessions.use(session);
    now = minutes(58);
    expect(sessions.find(name)).toBe(session);
    expect(sessions.endsIn(session)).toBe(minutes(1));
    now = minutes(59);
    expect(sessions.find(name)).toBeUndefined();
    expect(sessions.stateOf(name)).toEqual({ name: 'idle' });
    now = day.expiresAt;
    expect(sessions.stateOf(name)).toEqual({ name: 'expired' });
  });
});

describe('settings', () => {
  const issuers: Issuer[] = [
    { agency: 'BELARUS', issuer: 'https://login.example', jwks: new URL('https://login.example/jwks') },
  ];
  const settings = (environment: Record<string, string>, mode: Mode = 'production') =>
    playgroundIn(readSettings(playgroundShape(mode), environment), issuers, mode);
  const client = { BELARUS_OIDC_CLIENT_ID: 'page', PLAYGROUND_URL: 'https://concord.example/playground/' };

  test('are all optional', () => {
    expect(settings({})).toMatchObject({ clients: [], url: undefined, demoIds: {} });
  });

  test('end an idle session after half an hour, or when it is said', () => {
    expect(settings({}).longestIdle).toBe(30 * 60_000);
    expect(settings({ PLAYGROUND_IDLE_MINUTES: '5' }).longestIdle).toBe(5 * 60_000);
  });

  test('let all officers write queries in the page but those who have its views alone, or fewer of them', () => {
    expect(settings({}).writers).toEqual(['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR']);
    expect(settings({ PLAYGROUND_WRITERS: 'SUPERVISOR, ANALYST' }).writers).toEqual([
      'ANALYST',
      'SUPERVISOR',
    ]);
    expect(settings({ PLAYGROUND_WRITERS: 'none' }).writers).toEqual([]);
  });

  test('switch the page off', () => {
    expect([settings({}).isServed, settings({ PLAYGROUND: 'off' }).isServed]).toEqual([true, false]);
  });

  test('name a client of an agency’s provider', () => {
    expect(settings(client).clients).toEqual([
      expect.objectContaining({
        agency: 'BELARUS',
        clientId: 'page',
        clientSecret: undefined,
        scope: 'openid',
      }),
    ]);
  });

  test.each<[string, Record<string, string>]>([
    ['PLAYGROUND_URL', { BELARUS_OIDC_CLIENT_ID: 'page' }],
    ['PLAYGROUND_URL', { ...client, PLAYGROUND_URL: 'https://concord.example/playground' }],
    ['PLAYGROUND_URL', { ...client, PLAYGROUND_URL: 'http://concord.example/playground/' }],
    ['BELARUS_DEVELOPMENT_KEY', { BELARUS_DEVELOPMENT_KEY: '{}' }],
    ['BELARUS_OIDC_RESOURCE', { ...client, BELARUS_OIDC_RESOURCE: 'no URI' }],
    ['PLAYGROUND_DEMO_IDS', { PLAYGROUND_DEMO_IDS: '[1]' }],
    ['PLAYGROUND', { PLAYGROUND: 'no' }],
    ['PLAYGROUND_WRITERS', { PLAYGROUND_WRITERS: 'ANALYST,PARTNER' }],
    ['PLAYGROUND_WRITERS', { PLAYGROUND_WRITERS: 'OVERSEER' }],
    ['PLAYGROUND_IDLE_MINUTES', { PLAYGROUND_IDLE_MINUTES: '0' }],
    ['PLAYGROUND_IDLE_MINUTES', { PLAYGROUND_IDLE_MINUTES: 'soon' }],
  ])('that are wrong are named: %s of %j', (variable, wrong) => {
    expect(() => settings(wrong)).toThrow(new RegExp(`^${variable}: `));
  });

  test('take a development key in development', () => {
    const { developmentKeys } = settings({ BELARUS_DEVELOPMENT_KEY: '{}' }, 'development');
    expect([...developmentKeys.keys()]).toEqual(['BELARUS']);
  });
});

test('the classes of fields are read from the SDL, of the field itself or of its type; none is for machines', () => {
  const sdl = `
    directive @access(class: Class!) on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | INPUT_OBJECT | INPUT_FIELD_DEFINITION
    enum Class { OPEN CONTACT LINKAGE }
    type A @access(class: OPEN) { a: Int b: Int @access(class: CONTACT) tokens: Int @access(class: LINKAGE) }
    input I @access(class: OPEN) { d: Int phone: Int @access(class: CONTACT) }
    type Query { c(in: I @access(class: OPEN), other: Int): A }`;
  expect(classesOf(sdl)).toEqual({
    'A.a': 'OPEN',
    'A.b': 'CONTACT',
    'I.d': 'OPEN',
    'I.phone': 'CONTACT',
    'Query.c(in:)': 'OPEN',
  });
});

describe('a token', () => {
  test('is signed in with ten times a minute at most, whatever it is; another one is not held up by that', () => {
    const limit = createSignInLimit();
    for (let times = 0; times < 10; times++) limit('a.b.c');
    expect(() => limit('a.b.c')).toThrow('too often');
    expect(() => limit('d.e.f')).not.toThrow();
  });
});
