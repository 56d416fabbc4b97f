import { errorAnswer } from './error-answer.ts';

/**
 * An error answer as the bytes of HTTP, for a connection that is closed after it: of one that no request was read on yet, or whose request is not read.
 * @param status such as `429 Too Many Requests`
 * @param code one of `errorCodes`
 * @param headers more of them, such as `retry-after: 1`
 */
export function rawAnswer(status: string, code: string, message: string, ...headers: string[]): string {
  const body = JSON.stringify(errorAnswer(code, message));
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    ...headers,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
