import { isActionNull } from './answer.ts';
import { traceHeaders } from './around.ts';
import { attempt, type Calling, type Prepared, type Progress } from './attempt.ts';
import { type CallOptions, checkNumbers } from './call-options.ts';
import type { OperationMap } from './document/operation-map.ts';
import { errorFromAnswer } from './errors/answered-error.ts';
import { ConcordError } from './errors/concord-error.ts';
import { headerValue } from './http/header-value.ts';
import { limitOf } from './http/limit.ts';
import type { Received } from './http/received.ts';
import { isPassing, pause, retryDelay } from './http/retry-delay.ts';
import { mandateHeaders } from './mandate.ts';
import { tell } from './observer.ts';
import { randomName } from './random-name.ts';

/** An operation with what is sent beside it. */
export interface Asked {
  operation: OperationMap;
  body: string;
  options: CallOptions;
  /** The key of a mutation. */
  idempotencyKey?: string;
}

/**
 * True when the gateway, or an agency behind it, has refused the token. A mutation whose action has been answered was
 * not refused: a refusal by another agency is a gap in its answer.
 */
const isTokenRefused = ({ data, errors }: Received, { action }: OperationMap): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') &&
  (!action || !data || isActionNull(data, action));

function prepare(calling: Calling, { operation, body, options, idempotencyKey }: Asked): Prepared {
  checkNumbers(options);
  const requestId =
    options.requestId === undefined ? randomName() : headerValue('x-request-id', options.requestId);
  const mandate = mandateHeaders(options.mandate ?? calling.mandate);
  const headers = { ...mandate, ...traceHeaders(options) };
  headers['content-type'] = 'application/json';
  headers['x-request-id'] = requestId;
  if (idempotencyKey !== undefined)
    headers['idempotency-key'] = headerValue('idempotency-key', idempotencyKey);
  const limit = limitOf(options.deadline ?? calling.deadline, options.signal, requestId);
  return { operation, requestId, headers, body, limit };
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
  let failures = 0;
  try {
    for (let number = 0; ; number++) {
      try {
        const { received, token } = await attempt(calling, prepared, number, progress);
        const isAgain = !isRenewed && isTokenRefused(received, operation) && calling.tokens.giveUp(token);
        if (!isAgain) return unlessRefused(received, operation);
        isRenewed = true;
        tell(calling.observe, { kind: 'token-refused', ...told });
      } catch (error) {
        if (failures >= retries || !(error instanceof ConcordError) || !isPassing(error)) throw error;
        const milliseconds = retryDelay(failures, Math.random(), error.retryAfter);
        // A wait that is longer than the call may take is believed at once.
        if (error.retryAfter !== undefined && milliseconds >= limit.left()) throw error;
        tell(calling.observe, { kind: 'retrying', ...told, attempt: number, milliseconds });
        await pause(milliseconds, limit.signal);
        failures += 1;
      }
    }
  } finally {
    limit.end();
  }
}
