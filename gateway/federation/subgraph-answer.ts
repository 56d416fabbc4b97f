import { errors } from 'undici';
import { z } from 'zod';
import { exceeds } from '../../server/json/exceeds.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { NotPresented } from '../abroad/kept-tokens.ts';
import { answerLimits, hasTooManyErrors } from './answer-limits.ts';

/** A subgraph's answer over HTTP, judged before anything of it is used. */
export type SubgraphAnswer =
  | {
      kind: 'answered';
      data: Record<string, unknown> | null;
      errors: SubgraphError[];
      extensions: Record<string, unknown>;
    }
  /** The subgraph refused the request itself (4xx): a fault of the gateway's, or a caller whose token just expired. */
  | { kind: 'refused'; status: number; code: string | undefined; message: string }
  /**
   * No usable answer: not reached, too late (also 408), 5xx, or no GraphQL answer. `sent` is true if the subgraph may
   * have begun the work; `cause` is the explanation of a subgraph that cannot tell who asks.
   */
  | { kind: 'outage'; reason: string; sent: boolean; cause?: string }
  /** No answer, for what the caller has asked: it is larger than is read, or their other fetches were before it for too long. */
  | { kind: 'excess'; code: 'QUERY_TOO_LARGE' | 'TOO_MANY_REQUESTS'; sent: boolean }
  | Unpresented;

/** Result of a fetch that was not sent, because the caller's own agency did not make them known to this one. */
export interface Unpresented {
  kind: 'unpresented';
  /** The caller's own. */
  agency: Agency;
  code: string;
  message: string;
}

const errorSchema = z.looseObject({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
export type SubgraphError = z.infer<typeof errorSchema>;

const noAnswer = 'no GraphQL answer';

const answerSchema = z
  .looseObject({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z.array(errorSchema).optional(),
    extensions: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((answer) => answer.data !== undefined || answer.errors !== undefined);

/** Reads an answer. @returns the reason where the body is none */
function parse(body: Buffer): z.infer<typeof answerSchema> | string {
  try {
    const json: unknown = JSON.parse(body.toString());
    if (hasTooManyErrors(json)) return 'more errors than an answer may have';
    return answerSchema.safeParse(json).data ?? noAnswer;
  } catch {
    return noAnswer;
  }
}

/** Judges an answer by its status and its body. */
export function judgeAnswer(status: number, body: Buffer): SubgraphAnswer {
  const isTooLarge = exceeds(body, answerLimits);
  const parsed = isTooLarge ? noAnswer : parse(body);
  const answer = typeof parsed === 'string' ? undefined : parsed;
  const error = answer?.errors?.[0];
  const code = error?.extensions?.code;
  // A subgraph that has no keys of a caller's identity provider names it, and has done nothing.
  if (status === 503 && error && code === 'UNAVAILABLE' && error.extensions?.agency !== undefined)
    return { kind: 'outage', reason: 'identity provider', sent: false, cause: error.message };
  // It, or a server on the way, has not had the whole request in time.
  if (status === 408) return { kind: 'outage', reason: 'status 408', sent: true };
  if (status >= 500) return { kind: 'outage', reason: `status ${status}`, sent: true };
  if (status >= 400) {
    return {
      kind: 'refused',
      status,
      code: typeof code === 'string' ? code : undefined,
      message: error?.message ?? '',
    };
  }
  if (status >= 300) return { kind: 'outage', reason: `redirect ${status}`, sent: true };
  if (isTooLarge) return { kind: 'excess', code: 'QUERY_TOO_LARGE', sent: true };
  if (typeof parsed === 'string') return { kind: 'outage', reason: parsed, sent: true };
  const { data = null, errors: found = [], extensions = {} } = parsed;
  return { kind: 'answered', data, errors: found, extensions };
}

/** @param home the caller's agency, whose failure it is */
export function unpresented(why: NotPresented, home: Agency, agency: Agency): Unpresented {
  const message =
    why.kind === 'refused'
      ? why.message
      : `${home} cannot confirm who you are at the moment, and ${agency} answers only callers whom it knows; what ${agency} holds is missing here. Try again later.`;
  const code = why.kind === 'refused' ? why.code : 'AGENCY_UNAVAILABLE';
  return { kind: 'unpresented', agency: home, code, message };
}

/** Codes of errors that happen before a byte is sent. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Told by its members: errors of Node's own modules and of another realm are instances of another `Error`. */
const memberOf = (error: unknown, name: 'code' | 'name'): string =>
  typeof error === 'object' && error !== null && name in error ? String(Reflect.get(error, name)) : '';

const codeOf = (error: unknown): string =>
  error instanceof AggregateError ? codeOf(error.errors[0]) : memberOf(error, 'code');

/** Judges a request that threw: whether it may have reached the subgraph decides what may be said of a mutation. */
export function judgeFailure(error: unknown): SubgraphAnswer {
  const code = codeOf(error);
  if (error instanceof errors.ResponseExceededMaxSizeError)
    return { kind: 'excess', code: 'QUERY_TOO_LARGE', sent: true };
  if (neverSent.includes(code)) return { kind: 'outage', reason: code, sent: false };
  if (error instanceof errors.ConnectTimeoutError)
    return { kind: 'outage', reason: 'connect timeout', sent: false };
  const late = ['TimeoutError', 'AbortError'].includes(memberOf(error, 'name'));
  return { kind: 'outage', reason: late ? 'deadline' : code || 'connection broke', sent: true };
}

/**
 * Tells an answer, or the lack of one, that speaks against the agency as a whole: it did not answer, or its database did not. Not
 * so when it lacks the keys of one caller's identity provider, which it says itself: others' requests it answers.
 */
export const isFailure = (answer: SubgraphAnswer): boolean =>
  answer.kind === 'outage'
    ? answer.cause === undefined
    : answer.kind === 'answered' &&
      answer.errors.some(({ extensions }) => extensions?.code === 'AGENCY_UNAVAILABLE');
