import type { Agency } from '../../terms/agencies.ts';
import type { Officer, Session } from './officer.ts';
import { fromPage, postFromPage } from './post-from-page.ts';

/** The officer for whom a development stack is to make a token. */
export interface DevelopmentOfficer {
  agency: Agency;
  roles: string[];
  subject: string;
  cases: string[];
}

/** The reason why a sign-in has not succeeded. */
export type SignInProblem =
  | { why: 'unreachable' }
  /** A part of the form: `roles`, `subject`, … */
  | { why: 'field'; field: string }
  /** In the gateway's words. */
  | { why: 'refused'; message: string };

export type SignedIn = { officer: Officer } | { problem: SignInProblem };

const isOfficer = (value: unknown): value is Officer =>
  typeof value === 'object' && value !== null && 'viewer' in value && 'session' in value;

export async function readSession(): Promise<Session> {
  const response = await fromPage('session');
  if (!response.ok) throw new Error(`the session cannot be read: ${response.status}`);
  return response.json();
}

/** A proxy in front of the gateway may answer in its place, with a page of its own. */
async function signedIn(asked: Promise<Response>): Promise<SignedIn> {
  try {
    const { officer, errors } = await (await asked).json();
    if (isOfficer(officer)) return { officer };
    const { message, extensions } = errors[0];
    if (typeof extensions.field === 'string') return { problem: { why: 'field', field: extensions.field } };
    return { problem: { why: 'refused', message: String(message) } };
  } catch {
    return { problem: { why: 'unreachable' } };
  }
}

export const signInWithToken = (token: string): Promise<SignedIn> =>
  signedIn(postFromPage('session', { token }));

export const signInForDevelopment = (officer: DevelopmentOfficer): Promise<SignedIn> =>
  signedIn(postFromPage('session/development', officer));

/**
 * Ends a session.
 * @returns whether the browser has to go on to `signOutAddress`, so that the identity provider signs the officer out too
 * @throws when the gateway does not confirm it
 */
export async function signOut(session: string): Promise<boolean> {
  const headers = { 'concord-session': session };
  const response = await fromPage('session', {
    method: 'DELETE',
    headers,
    signal: AbortSignal.timeout(10_000),
  });
  // 409: the browser has another session by now, so the one of this page has ended.
  if (response.status === 409) return false;
  if (!response.ok) throw new Error(`the sign-out is not confirmed: ${response.status}`);
  return Boolean((await response.json()).goesOn);
}

export const signOutAddress = 'sign-out';

/** The address at which a browser signs in with an agency's own provider. */
export const providerAddress = (agency: Agency): string => `sign-in/${agency}`;

/** Ids that examples can ask for; none outside a development stack. */
export async function readDemoIds(): Promise<Record<string, string>> {
  const response = await fromPage('demo').catch(() => undefined);
  return response?.ok ? response.json() : {};
}

/**
 * The information class of each field, by coordinate.
 * @throws when the gateway does not tell it
 */
export async function readClasses(session: string): Promise<Record<string, string>> {
  const response = await fromPage('classes', { headers: { 'concord-session': session } });
  if (!response.ok) throw new Error(`the classes cannot be read: ${response.status}`);
  return response.json();
}
