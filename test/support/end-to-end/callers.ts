import { noteAnswer } from './note-answer.ts';
import type { StackAddress } from './stack.ts';
import { type AgencyName, claimsOf, keyOf, signed } from './tokens.ts';

export interface ShownError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; agency?: string; requestId?: string };
}

/** What an answer says of a field that was withheld. */
export interface Receipt {
  coordinate: string;
  class: string;
  owner: string;
  reason: string;
  records: string[] | null;
  remedy: string;
}

/** What came back over HTTP. */
export interface Answer<Data = unknown> {
  status: number;
  headers: Headers;
  /** The body as it was sent. */
  text: string;
  body: {
    data?: Data | null;
    errors?: ShownError[];
    extensions?: { redactions?: Receipt[]; handling?: unknown[] };
  };
  /** The code of each error, in order. */
  codes: (string | undefined)[];
}

const parsed = (text: string): object => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

/** The answer to a request, noted among those that the tests have met. */
export function answerTo<Data>(
  init: RequestInit,
  { status, headers, text }: Pick<Answer, 'status' | 'headers' | 'text'>,
): Answer<Data> {
  const body: Answer<Data>['body'] = parsed(text);
  const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code);
  const answer = { status, headers, text, body, codes };
  noteAnswer(init, answer);
  return answer;
}

/** One request, and its answer whatever it is. */
export async function request<Data = unknown>(url: string, init: RequestInit = {}): Promise<Answer<Data>> {
  const response = await fetch(url, init);
  const { status, headers } = response;
  return answerTo(init, { status, headers, text: await response.text() });
}

/** Somebody who calls the gateway. Each method answers a new caller, so that a test varies one thing at a time. */
export interface Caller {
  /** Acts for a purpose, within a case, and under the agencies’ agreement unless `under` says otherwise. */
  for(purpose: string, caseNumber?: string): Caller;
  under(legalBasis: string): Caller;
  with(header: string, value: string): Caller;
  without(header: string): Caller;
  query<Data = unknown>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Posts a body as it is. */
  post<Data = unknown>(body: string): Promise<Answer<Data>>;
  /** Asks with a GET, and so without a content type. */
  get<Data = unknown>(path: string, query: Record<string, string>): Promise<Answer<Data>>;
}

/** What a caller sends with each request; undefined is not sent. */
type Sent = Readonly<Record<string, string | undefined>>;
type Token = () => string | Promise<string> | undefined;

function callerOf(gateway: string, token: Token, sent: Sent): Caller {
  const but = (changed: Sent) => callerOf(gateway, token, { ...sent, ...changed });
  const headers = async (own: Sent) => {
    const presented = await token();
    const bearer = presented === undefined ? {} : { authorization: `Bearer ${presented}` };
    const all: Sent = { ...own, ...bearer, ...sent };
    return Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  };
  const post = async <Data>(body: string) =>
    request<Data>(`${gateway}/graphql`, {
      method: 'POST',
      headers: await headers({ 'content-type': 'application/json' }),
      body,
    });
  return {
    for: (purpose, caseNumber) =>
      but({
        'concord-purpose': purpose,
        'concord-case': caseNumber,
        'concord-legal-basis': 'COOPERATION_AGREEMENT',
      }),
    under: (legalBasis) => but({ 'concord-legal-basis': legalBasis }),
    with: (header, value) => but({ [header]: value }),
    without: (header) => but({ [header]: undefined }),
    query: (document, variables) => post(JSON.stringify({ query: document, variables })),
    post,
    get: async (path, query) =>
      request(`${gateway}${path}?${new URLSearchParams(query)}`, { headers: await headers({}) }),
  };
}

/** Those who may call a stack. */
export interface Callers {
  /** An officer of an agency, with a valid token; `claims` are what it says instead, undefined for one left out. */
  as(agency: AgencyName, role: string, claims?: Record<string, unknown>): Caller;
  /** Whoever holds this token. */
  holding(token: string | Promise<string>): Caller;
  /** Somebody without a token. */
  stranger(): Caller;
}

export const callersOf = (stack: StackAddress): Callers => ({
  as: (agency, role, claims) => {
    const token = () => signed(keyOf(stack, `${agency}-issuer`), claimsOf(agency, role, claims));
    return callerOf(stack.gateway, token, {});
  },
  holding: (token) => callerOf(stack.gateway, () => token, {}),
  stranger: () => callerOf(stack.gateway, () => undefined, {}),
});
