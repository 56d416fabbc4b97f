import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimsOf, keyOf, signed } from '../../support/end-to-end/tokens.ts';
import { type Name, otherThan } from '../environment.ts';
import type { Federation } from './federation.ts';
import type { Ledger } from './ledger.ts';

/** Longer than the gateway takes for any answer: none at all is a failure. */
const longestAnswer = 12_000;

/** How long an officer's client waits before it asks again. */
const pause = 200;

export const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' } as const;

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { extensions?: { code?: string } }[];
}

/** An officer who asks through the gateway; each request has an id of its own. */
export type Ask = (
  body: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ data: Record<string, unknown>; codes: string[]; requestId: string }>;

/** @param subject as the officer's agency names them */
export async function officer(
  { gateway, dataDirectory }: Federation,
  agency: Name,
  role: string,
  subject: string,
): Promise<Ask> {
  const key = keyOf({ gateway, dataDirectory, belarus: '', russia: '' }, `${agency}-issuer`);
  const token = await signed(key, claimsOf(agency, role, { sub: subject }));
  const always = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'concord-purpose': 'INVESTIGATION',
    'concord-legal-basis': 'COOPERATION_AGREEMENT',
    'concord-case': caseOf[agency],
  };
  return async (body, headers = {}) => {
    const requestId = randomUUID();
    try {
      const response = await fetch(`${gateway}/graphql`, {
        method: 'POST',
        headers: { ...always, ...headers, 'x-request-id': requestId },
        body,
        signal: AbortSignal.timeout(longestAnswer),
      });
      const { data, errors = [] } = (await response.json()) as Body;
      const codes = errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
      return { data: data ?? {}, codes, requestId };
    } catch (error) {
      const isLate = (error as Error).name === 'TimeoutError';
      return { data: {}, codes: [isLate ? 'TIMEOUT' : 'NO_ANSWER'], requestId };
    }
  };
}

export interface Action {
  agency: Name;
  name: string;
  /** The GraphQL type of its input. */
  type: string;
  input: Record<string, unknown>;
  /** Its trace in the dossier beside its key in the history, as `effectsOf` finds it there. */
  effect?: string;
}

export interface Answered {
  id: string;
  version: number;
  releases: { id: string }[];
}

interface Outcome {
  __typename: string;
  id?: string;
  dossier?: Answered | null;
}

const capitals = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const screaming = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/**
 * Sends an action under one key until it is answered, as a well-behaved client does, and puts it in the ledger once.
 * @returns the dossier as it is afterwards; undefined when the run ended first
 */
export async function act(
  ask: Ask,
  ledger: Ledger,
  { agency, name, type, input, effect }: Action,
  ending: AbortSignal,
): Promise<Answered | undefined> {
  const answered = `${capitals(agency)}RecordedDossier`;
  const query = `mutation ($input: ${type}!) { ${agency} { ${name}(input: $input) { __typename
    ... on ${answered} { id: of dossier { id version releases { id } } } } } }`;
  const body = JSON.stringify({ query, variables: { input } });
  const key = randomUUID();
  let isDone = false;
  for (;;) {
    const began = Date.now();
    const { data, codes, requestId } = await ask(body, { 'idempotency-key': key });
    ledger.took(agency, began);
    const refused = (code: string) => ledger.refused({ agency, code, requestId });
    const outcome = (data[agency] as Record<string, Outcome | null> | null | undefined)?.[name];
    codes.forEach(refused);
    if (outcome?.__typename === answered && outcome.id !== undefined) {
      // Done is done, also where what is answered of it is missing; the same key then tells the rest.
      if (!isDone) ledger.done({ agency, dossier: outcome.id, key, ...(effect !== undefined && { effect }) });
      isDone = true;
      if (outcome.dossier) return outcome.dossier;
    } else if (outcome) refused(screaming(outcome.__typename));
    else if (codes.length === 0) refused('NO_CODE');
    if (ending.aborted) return undefined;
    await sleep(pause * (0.5 + Math.random()));
  }
}

/** Asks once for a dossier of the other agency, and puts it in the ledger when it is shown. */
export async function readOnce(ask: Ask, ledger: Ledger, reader: Name, dossier: string): Promise<boolean> {
  const owner = otherThan(reader);
  const query = `query ($id: ID!) { suspect(id: $id) { ${owner} { id handlingCode status { stage } contacts { value } } } }`;
  const began = Date.now();
  const body = JSON.stringify({ query, variables: { id: dossier } });
  const { data, codes, requestId } = await ask(body);
  ledger.took(owner, began);
  for (const code of codes) ledger.refused({ agency: owner, code, requestId });
  const suspect = data.suspect as Record<string, { id: string } | null> | null | undefined;
  const isShown = suspect?.[owner]?.id === dossier;
  if (isShown) ledger.shown({ owner, dossier, requestId });
  else if (codes.length === 0) ledger.refused({ agency: owner, code: 'NOT_SHOWN', requestId });
  return isShown;
}
