import { describe, expect, test } from '@jest/globals';
import { isFromPage } from '../../../gateway/playground/from-page.ts';
import { createSessions, type Session } from '../../../gateway/playground/sessions.ts';
import { playgroundIn, playgroundShape } from '../../../gateway/playground/settings.ts';
import { createTransactions } from '../../../gateway/playground/sign-in/transactions.ts';
import type { Issuer } from '../../../identity/caller-token.ts';
import { classesOf } from '../../../scripts/playground/classes.ts';
import { type Mode, readSettings } from '../../../server/settings.ts';

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
  const session: Session = {
    token: 't',
    viewer: { subject: 's', agency: 'BELARUS', roles: [], cases: [] },
    expiresAt: 1_000,
  };

  test('is found by its name until its token ends', () => {
    let now = 999;
    const sessions = createSessions(() => now);
    const name = sessions.open(session);
    expect(sessions.find(name)).toBe(session);
    now = 1_000;
    expect(sessions.find(name)).toBeUndefined();
  });

  test('is gone once it is closed, and is never found by another name', () => {
    const sessions = createSessions(() => 0);
    const name = sessions.open(session);
    expect(sessions.open(session)).not.toBe(name);
    sessions.close(name);
    expect([name, 'another', undefined].map(sessions.find)).toEqual([undefined, undefined, undefined]);
  });
});

test('a sign-in under way is finished once', () => {
  const transactions = createTransactions();
  const transaction = { agency: 'BELARUS', state: 's', nonce: 'n', verifier: 'v' } as const;
  transactions.begin('name', transaction);
  expect([transactions.take(undefined), transactions.take('other')]).toEqual([undefined, undefined]);
  expect([transactions.take('name'), transactions.take('name')]).toEqual([transaction, undefined]);
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
