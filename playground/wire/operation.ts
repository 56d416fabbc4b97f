import type { Answer } from './answer.ts';
import { postFromPage } from './post-from-page.ts';

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** The outcome of an operation that was sent. */
export type Sent =
  | { state: 'answered'; answer: Answer; characters: number }
  | { state: 'signed-out' }
  /** The browser has another session by now than this page shows; nothing was done. */
  | { state: 'another-session' }
  /** The officer did not want to wait; a mutation may have happened. */
  | { state: 'stopped' }
  /** No answer, or none that is one, or none in time; a mutation may have happened. */
  | { state: 'unreachable' };

/** The session that an operation comes from, and its deadline. */
export interface Sending {
  /** The tag of the session that this page shows. */
  session: string;
  /** Milliseconds within which there is an answer, if there is one at all. */
  within: number;
  /** Ends when the officer does not want to wait any more. */
  stop?: AbortSignal | undefined;
}

const hasCode = (answer: Answer, code: string) =>
  answer.errors?.some(({ extensions }) => extensions?.code === code) ?? false;

async function answerOf(response: Response): Promise<Sent> {
  const text = await response.text();
  const answer: Answer = JSON.parse(text);
  if (response.status === 401 && hasCode(answer, 'UNAUTHENTICATED')) return { state: 'signed-out' };
  if (response.status === 409 && hasCode(answer, 'SESSION_CHANGED')) return { state: 'another-session' };
  return { state: 'answered', answer, characters: text.length };
}

/** Sends an operation with the headers of its mandate. */
export async function send(
  operation: Operation,
  headers: Record<string, string>,
  { session, within, stop }: Sending,
): Promise<Sent> {
  const waiting = new AbortController();
  const giveUp = () => waiting.abort();
  const late = setTimeout(giveUp, within);
  stop?.addEventListener('abort', giveUp);
  try {
    const all = { ...headers, 'concord-session': session };
    return await answerOf(await postFromPage('graphql', operation, all, waiting.signal));
  } catch {
    return { state: stop?.aborted ? 'stopped' : 'unreachable' };
  } finally {
    clearTimeout(late);
    stop?.removeEventListener('abort', giveUp);
  }
}
