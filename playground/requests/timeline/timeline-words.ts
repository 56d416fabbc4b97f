import { titleOf } from '../../messages/title-of.ts';
import type { Translate } from '../../messages/translate.ts';
import { wordsIn } from '../../messages/words-in.ts';
import type { RequestHalf } from '../half/own-requests.ts';
import type { TimelineMark } from './timeline.ts';
import type { MarkWords } from './timeline-layout.ts';

/** The state in which a request ended; undefined where that is told no more, because it was closed and had no answer. */
const endOf = ({ state, answer }: Pick<RequestHalf, 'state' | 'answer'>): string | undefined =>
  state === 'CLOSED' ? answer?.kind : state;

/** The words of a mark: what happened, when, and by whom where that is told. */
export function wordsOfMark(
  t: Translate,
  half: Pick<RequestHalf, 'state' | 'answer'>,
  { kind, at, by }: TimelineMark,
): MarkWords {
  const details = [wordsIn(t).moment(at), ...(by === null ? [] : [by])];
  if (kind === 'DEADLINE' || kind === 'NOW') return { title: t(`timelineMark.${kind}`), details };
  const event = titleOf(t, 'RequestEventKind', kind);
  const end = kind === 'ENDED' ? endOf(half) : undefined;
  return { title: end === undefined ? event : `${event}: ${titleOf(t, 'RequestState', end)}`, details };
}
