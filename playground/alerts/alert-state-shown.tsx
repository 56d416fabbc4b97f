import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { DueShown } from '../parts/due-shown.tsx';
import { isOpen } from './alert-steps.ts';
import type { ListedAlert } from './own-alerts.ts';

/** The state of an alert, and beside it that nobody has seen it within a day. */
export function AlertStateShown({
  alert: { state, isUnseen },
}: {
  alert: Pick<ListedAlert, 'state' | 'isUnseen'>;
}) {
  const t = useMessages();
  return (
    <>
      <span className="badge state" data-state={state}>
        {titleOf(t, 'AlertState', state)}
      </span>{' '}
      {isUnseen && <span className="badge neglected">! {t('alerts.neglected')}</span>}
    </>
  );
}

/** The end of the time to act on an alert or dismiss it; nothing where it runs no more. */
export function AlertDueShown({
  alert: { state, since, lapsesAt },
  now,
}: {
  alert: Pick<ListedAlert, 'state' | 'since' | 'lapsesAt'>;
  now: number;
}) {
  return isOpen(state) ? <DueShown from={since} until={lapsesAt} now={now} /> : null;
}
