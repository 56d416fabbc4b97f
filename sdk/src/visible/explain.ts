import type { Gap, Visible } from './visible.ts';

/**
 * Goes on to what is inside a visible value, or stays with the reason why there is none.
 * @example within(suspect.russia, (half) => half.contacts)
 */
export const within = <T, U>(visible: Visible<T>, read: (value: T) => U): U | Gap =>
  visible.state === 'present' ? read(visible.value) : visible;

/** Explains a gap, in a sentence or two for the person who asked. */
export function explain(gap: Gap): string {
  switch (gap.state) {
    case 'absent':
      return 'Nothing is recorded that you may know of.';
    case 'withheld':
      return `${gap.owner} withholds ${gap.class} here (${gap.reason}). ${gap.remedy}`;
    case 'unavailable':
      return `${gap.agency} does not answer at the moment, so it is not known. Ask again later.`;
    case 'failed':
      return `It could not be answered (${gap.code}), so it is not known. Support knows the request as ${gap.requestId}.`;
  }
}
