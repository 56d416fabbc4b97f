import type { Agency } from '../../identity/agencies.ts';
import type { Viewer } from '../../identity/viewer.ts';
import { fromPage, postFromPage } from './from-page.ts';

/** Who has signed in; his token stays with the gateway. */
export interface Officer {
  viewer: Viewer;
  /** RFC 3339. */
  expiresAt: string;
}

/** How one can sign in here, beside a token of one's own. */
export interface Ways {
  /** Agencies whose identity provider asks. */
  providers: Agency[];
  /** Agencies of which a development stack makes any officer. */
  development: Agency[];
}

export interface Session {
  ways: Ways;
  officer: Officer | null;
}

/** Of whom a development stack is to make a token. */
export interface DevelopmentOfficer {
  agency: Agency;
  roles: string[];
  subject: string;
  cases: string[];
}

export type SignedIn = { officer: Officer } | { problem: string };

export async function readSession(): Promise<Session> {
  const response = await fromPage('session');
  if (!response.ok) throw new Error(`the session cannot be read: ${response.status}`);
  return response.json();
}

async function signedIn(response: Response): Promise<SignedIn> {
  const body = await response.json();
  return response.ok ? body : { problem: String(body.errors?.[0]?.message ?? response.status) };
}

export const signInWithToken = async (token: string): Promise<SignedIn> =>
  signedIn(await postFromPage('session', { token }));

export const signInForDevelopment = async (officer: DevelopmentOfficer): Promise<SignedIn> =>
  signedIn(await postFromPage('session/development', officer));

export async function signOut(): Promise<void> {
  await fromPage('session', { method: 'DELETE' });
}

/** Where a browser goes to sign in with an agency's own provider. */
export const providerAddress = (agency: Agency): string => `sign-in/${agency}`;

/** Ids that examples can ask for; none outside a development stack. */
export async function readDemoIds(): Promise<Record<string, string>> {
  const response = await fromPage('demo').catch(() => undefined);
  return response?.ok ? response.json() : {};
}

/** The information class of each field, by coordinate. */
export async function readClasses(): Promise<Record<string, string>> {
  const response = await fromPage('classes');
  return response.ok ? response.json() : {};
}
