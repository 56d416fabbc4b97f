import type { Dispatcher } from 'undici';
import type { Asker } from '../../server/connections/asker.ts';

export interface Posted {
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds after which the whole answer must be there. */
  within: number;
  /** Whoever waits for the answer: the connection is closed when they hang up, so that the other side can stop too. */
  asker?: Pick<Asker, 'whenGone'> | undefined;
  /** Waited for once so many bytes have come, before more are read. */
  large?: { bytes: number; turn: () => Promise<unknown> };
}

export interface PostAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The most pieces in which so many bytes come: each takes memory and time of its own, and may be a single byte. */
const piecesOf = (bytes: number): number => 1_000 + bytes / 512;

/** Named as the error of a signal that ends with a timeout. */
const late = (within: number): Error =>
  Object.assign(new Error(`no answer within ${within} ms`), { name: 'TimeoutError' });

/** Named as the error of a signal that is aborted. */
const abandoned = (): Error =>
  Object.assign(new Error('nobody waits for the answer'), { name: 'AbortError' });

/**
 * Posts a text and waits for the whole answer, at a third of the processor time that undici's `request` takes with a signal and a
 * stream.
 * @throws TimeoutError when it is not there in time; AbortError when its asker hangs up; undici's errors, and those of the connection
 */
export const post = (
  dispatcher: Dispatcher,
  { path, headers, body, within, asker, large }: Posted,
): Promise<PostAnswer> =>
  new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let answer: Omit<PostAnswer, 'body'> | undefined;
    let ended: Error | undefined;
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isLarge = false;
    const settled = () => {
      clearTimeout(timer);
      stay?.();
    };
    const fail = (error: Error) => {
      settled();
      ended = error;
      reject(error);
    };
    const giveUp = (error: Error) => {
      fail(error);
      controller?.abort(error);
    };
    const timer = setTimeout(() => giveUp(late(within)), within);
    const stay = asker?.whenGone(() => giveUp(abandoned()));
    dispatcher.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(started) {
          controller = started;
          // It waited for a connection, longer than it may.
          if (ended) started.abort(ended);
        },
        onResponseStart(_controller, status, received) {
          answer = { status, headers: received };
        },
        onResponseData(reading, chunk) {
          chunks.push(chunk);
          bytes += chunk.length;
          if (chunks.length > piecesOf(bytes)) giveUp(new Error('more pieces than an answer may have'));
          if (!large || isLarge || bytes <= large.bytes) return;
          isLarge = true;
          reading.pause();
          void large.turn().then(() => ended ?? reading.resume());
        },
        onResponseEnd() {
          if (!answer) return fail(new Error('an end without an answer'));
          settled();
          return resolve({ ...answer, body: Buffer.concat(chunks) });
        },
        onResponseError(_controller, error) {
          fail(error);
        },
      },
    );
  });
