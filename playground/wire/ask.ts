import type { Answer } from '../answer/answer.ts';
import { postFromPage } from './from-page.ts';

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** What became of an operation that was sent. */
export type Sent =
  | { state: 'answered'; answer: Answer; characters: number }
  | { state: 'signed-out' }
  /** No answer, or none that is one; a mutation may have happened. */
  | { state: 'unreachable' };

const isSignedOut = (answer: Answer) =>
  answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;

/** Sends an operation with the headers of its mandate. */
export async function send(operation: Operation, headers: Record<string, string>): Promise<Sent> {
  try {
    const response = await postFromPage('graphql', operation, headers);
    const text = await response.text();
    const answer: Answer = JSON.parse(text);
    if (response.status === 401 && isSignedOut(answer)) return { state: 'signed-out' };
    return { state: 'answered', answer, characters: text.length };
  } catch {
    return { state: 'unreachable' };
  }
}
