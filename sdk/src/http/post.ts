import { ConcordError } from '../errors/concord-error.ts';
import { readBody } from './read-body.ts';
import { type Received, receivedFrom } from './received.ts';
import { retryAfterOf } from './retry-delay.ts';

/** One request over HTTP. */
export interface Posted {
  endpoint: string;
  headers: Record<string, string>;
  body: string;
  requestId: string;
  /** Aborts with the error that the request then ends with. */
  signal: AbortSignal;
  maxAnswerBytes: number;
  fetch: typeof fetch;
}

const isJson = (type: string | null) => /^application\/(graphql-response\+)?json\s*(;|$)/i.test(type ?? '');

/** A redirect is not followed; browsers do not even tell where it leads. */
const isRedirect = ({ type, status }: Response) =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

async function receive(response: Response, posted: Posted): Promise<Received> {
  const { status, headers } = response;
  const place = {
    requestId: headers.get('x-request-id') ?? posted.requestId,
    status,
    retryAfter: status < 400 ? undefined : retryAfterOf(headers),
  };
  const refuse = async (code: 'REDIRECTED' | 'ANSWER_MALFORMED', message: string) => {
    response.body?.cancel().catch(() => undefined);
    throw new ConcordError({ code }, message, place);
  };
  if (isRedirect(response))
    return refuse(
      'REDIRECTED',
      'The endpoint sends elsewhere; nothing was sent there. Correct `endpoint`, if that is right.',
    );
  if (!isJson(headers.get('content-type')))
    return refuse('ANSWER_MALFORMED', `The answer is not JSON, with HTTP status ${status}.`);
  return receivedFrom(await readBody(response, posted.maxAnswerBytes, place), place);
}

/**
 * Sends one request and reads its answer, whatever it says.
 * @throws ConcordError NETWORK_FAILED, REDIRECTED, ANSWER_TOO_LARGE, ANSWER_MALFORMED, and what the signal aborts with
 */
export async function post(posted: Posted): Promise<Received> {
  // Taken out of its object: a browser’s own `fetch` refuses to be called on any other than the window.
  const { endpoint, headers, body, signal, requestId, fetch: send } = posted;
  try {
    const response = await send(endpoint, {
      method: 'POST',
      headers,
      body,
      signal,
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    return await receive(response, posted);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof ConcordError) throw cause;
    throw new ConcordError({ code: 'NETWORK_FAILED' }, 'The gateway could not be reached, or broke off.', {
      requestId,
      cause,
    });
  }
}
