import type { Days } from '../../measures/calendar/measure-day.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';

/** Days in a table: one of them, or the first and the last, none of which breaks within. */
export function DaysShown({ from, until }: Days) {
  const { date } = wordsIn(useMessages());
  return (
    <>
      <span className="whole">{date(from)}</span>
      {from !== until && (
        <>
          {' – '}
          <span className="whole">{date(until)}</span>
        </>
      )}
    </>
  );
}
