import { attempt, type Calling, type Prepared, type Progress } from './attempt.ts';
import type { OperationMap } from './document.ts';
import { ConcordError } from './errors/concord-error.ts';
import { errorFromAnswer } from './errors/from-answer.ts';
import { checkedHeaders } from './http/headers.ts';
import { limitOf } from './http/limit.ts';
import type { Received } from './http/received.ts';
import { isPassing, pause, retryDelay } from './http/retry.ts';
import { randomName } from './identifiers.ts';
import { mandateHeaders } from './mandate.ts';
import type { CallOptions } from './options.ts';

/** An operation with what is sent beside it. */
export interface Asked {
  operation: OperationMap;
  variables: object;
  options: CallOptions;
  /** Of a mutation. */
  idempotencyKey?: string;
}

/** Whether the gateway, or an agency behind it, has refused the token. */
const isTokenRefused = ({ errors }: Received): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');

function bodyOf({ operation, variables }: Asked): string {
  try {
    return JSON.stringify({ query: operation.source, variables, operationName: operation.name });
  } catch (cause) {
    throw new ConcordError({ code: 'INVALID_OPTION' }, 'The variables cannot be written as JSON.', { cause });
  }
}

function prepare(calling: Calling, asked: Asked): Prepared {
  const { operation, options, idempotencyKey } = asked;
  const requestId = options.requestId ?? randomName();
  const headers = checkedHeaders({
    ...mandateHeaders(options.mandate ?? calling.mandate),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    'x-request-id': requestId,
  });
  const body = bodyOf(asked);
  return {
    operation,
    requestId,
    headers,
    body,
    limit: limitOf(options.deadline ?? calling.deadline, options.signal),
  };
}

/** @throws ConcordError when nothing of the operation was answered */
function unlessRefused(received: Received, operation: OperationMap): Received {
  const [first] = received.errors;
  if (received.data || !first) return received;
  throw errorFromAnswer(first, received.errors, operation, received);
}

/**
 * Sends an operation until it is answered: once more with a new token when the old one is refused, and a query again when
 * what stood in its way is likely to pass. All within one deadline, and under one request id.
 * @throws ConcordError when the whole operation is refused, or cannot be sent or read
 */
export async function call(calling: Calling, asked: Asked, progress: Progress): Promise<Received> {
  const { operation, options } = asked;
  const prepared = prepare(calling, asked);
  const { requestId, limit } = prepared;
  const told = { operation: operation.name, requestId };
  const retries = operation.kind === 'query' ? (options.retries ?? calling.retries) : 0;
  let isRenewed = false;
  let number = 0;
  try {
    for (;;) {
      try {
        const { received, token } = await attempt(calling, prepared, number, progress);
        const isAgain = !isRenewed && isTokenRefused(received) && calling.tokens.giveUp(token);
        if (!isAgain) return unlessRefused(received, operation);
        isRenewed = true;
        calling.observe({ kind: 'token-refused', ...told });
      } catch (error) {
        if (number >= retries || !(error instanceof ConcordError) || !isPassing(error)) throw error;
        const milliseconds = retryDelay(number, Math.random());
        calling.observe({ kind: 'retrying', ...told, attempt: number, milliseconds });
        await pause(milliseconds, limit.signal);
        number += 1;
      }
    }
  } finally {
    limit.end();
  }
}
