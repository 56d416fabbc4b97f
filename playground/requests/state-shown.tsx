import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { DueShown } from '../parts/due-shown.tsx';
import type { ListedRequest } from './half/own-requests.ts';
import { dueOfRequest } from './half/request-due.ts';

type Half = Pick<
  NonNullable<ListedRequest['half']>,
  'state' | 'isOverdue' | 'receivedAt' | 'deadline' | 'endedAt' | 'events'
>;

/** The state of a request, and beside it that its time has passed without an end. */
export function StateShown({ half: { state, isOverdue } }: { half: Half }) {
  const t = useMessages();
  return (
    <>
      <span className="badge state" data-state={state}>
        {titleOf(t, 'RequestState', state)}
      </span>{' '}
      {isOverdue && <span className="badge overdue">! {t('requests.overdue')}</span>}
    </>
  );
}

/** The end of a request, or the end of the time to answer it. */
export function RequestDueShown({ half, now }: { half: Half; now: number }) {
  const t = useMessages();
  const due = dueOfRequest(half);
  switch (due.state) {
    case 'running':
      return <DueShown from={due.from} until={due.until} now={now} />;
    case 'ended':
      return <>{t('requests.ended', { at: wordsIn(t).moment(due.at) })}</>;
    case 'stopped':
      return <>❚❚ {t('requests.stopped')}</>;
    case 'not-yet':
      return <span className="none">{t('requests.notYet')}</span>;
  }
}
