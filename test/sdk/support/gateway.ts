import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type ClientOptions, createConcordClient } from '../../../sdk/src/index.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';

/** A request as it reached the gateway. */
export interface Reached {
  headers: IncomingHttpHeaders;
  body: { query: string; variables: Record<string, unknown>; operationName: string };
}

/** Answers a request; `number` counts them from 0. */
export type Behaviour = (request: Reached, response: ServerResponse, number: number) => unknown;

export interface StandInGateway {
  url: URL;
  reached: Reached[];
  stop(): Promise<void>;
}

/** Something that answers as a gateway does, or as one should not. */
export async function gatewayThat(behaves: Behaviour): Promise<StandInGateway> {
  const reached: Reached[] = [];
  const { url, stop } = await loopbackServer(async (request: IncomingMessage, response: ServerResponse) => {
    const text = (await bodyOf(request)).toString();
    const one: Reached = { headers: request.headers, body: text ? JSON.parse(text) : {} };
    reached.push(one);
    await behaves(one, response, reached.length - 1);
  });
  return { url, reached, stop };
}

/** Sends a JSON body under a status. */
export function answer(response: ServerResponse, body: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** A gateway whose answers are these, one for each request; the last one for all that follow. */
export const gatewayAnswering = (...bodies: unknown[]): Promise<StandInGateway> =>
  gatewayThat((_request, response, number) => answer(response, bodies[Math.min(number, bodies.length - 1)]));

export const refusal = (code: string, message = 'No.', extensions = {}) => ({
  errors: [{ message, extensions: { code, requestId: 'request-0001', ...extensions } }],
});

/** A client under a mandate that needs no case, unless it is said otherwise. */
export const clientOf = (endpoint: URL, options: Partial<ClientOptions> = {}) =>
  createConcordClient({
    endpoint,
    token: 'token-1',
    mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
    retries: 0,
    ...options,
  });

/** The problem that a promise rejects with. */
export async function problemOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return (error as { problem?: unknown }).problem ?? error;
  }
  return 'none';
}
