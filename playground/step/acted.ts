import { comesBeforeWriting } from '../answer/refusal.ts';
import { type Answer, isOutcomeUnknown, otherErrors } from '../wire/answer.ts';

/** A part of an input that the agency did not take. */
export interface Problem {
  path: string;
  code: string;
  message: string;
}

/** The outcome of a step on a record. */
export type Acted =
  /** It was taken, on the record of this id, which was there before where the same was asked for already. */
  | { state: 'taken'; id: string; isRepeat: boolean }
  /** The agency has refused it, and nothing was written. */
  | { state: 'refused'; member: string; message: string | undefined; problems: readonly Problem[] }
  /** It was stopped by errors before anything was written. */
  | { state: 'stopped' }
  /** It may have been taken or not. */
  | { state: 'unknown' };

interface Taken {
  __typename: string;
  of?: string;
  isRepeat?: boolean;
  message?: string;
  problems?: Problem[];
}

/** The outcome in the answer to a step, which stands under the key `taken`, whichever step it is. */
export function actedIn(answer: Answer): Acted {
  const { agency } = (answer.data ?? {}) as { agency?: { taken?: Taken | null } | null };
  const taken = agency?.taken;
  if (taken?.of !== undefined) return { state: 'taken', id: taken.of, isRepeat: taken.isRepeat ?? false };
  if (taken)
    return {
      state: 'refused',
      member: taken.__typename,
      message: taken.message,
      problems: taken.problems ?? [],
    };
  const codes = otherErrors(answer).map(({ extensions }) => extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  return !isOutcomeUnknown(answer) && codes.every(comesBeforeWriting)
    ? { state: 'stopped' }
    : { state: 'unknown' };
}
