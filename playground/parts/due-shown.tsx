import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { type Due, dueOf } from './due.ts';

/** The sign beside the words, each of a form of its own: nobody has to tell colours apart. */
const signs: Readonly<Record<Due, string>> = {
  early: '',
  half: 'M8 2 A6 6 0 0 1 8 14 Z',
  late: 'M8 8 V2 A6 6 0 1 1 2 8 Z',
  over: 'M8 2 A6 6 0 1 1 7.99 2 Z',
};

function Sign({ due }: { due: Due }) {
  return (
    <svg className="due-sign" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <path d={signs[due]} />
      {due === 'over' && <path className="mark" d="M8 4.5 V9 M8 10.8 V11.6" />}
    </svg>
  );
}

/** The end of the time to do something: its moment, how much of the time has passed in words, a sign and a colour. */
export function DueShown({ from, until, now }: { from: string; until: string; now: number }) {
  const t = useMessages();
  const due = dueOf(from, until, now);
  return (
    <span className="due" data-due={due}>
      <Sign due={due} />
      <time dateTime={until}>{wordsIn(t).moment(until)}</time> <small>{t(`due.${due}`)}</small>
    </span>
  );
}
