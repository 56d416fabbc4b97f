import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { alertState } from '../../records/alerts/alert-state.ts';
import { type Message, messageIdOf } from '../../records/messages/message.ts';
import type { AlertStore } from '../../storage/indicators/alert-store.ts';

/**
 * The message that the alerts of two tokens have ended, once an officer has dismissed one of them and none is open. It is the same
 * message however many there are, so that nobody counts this agency's cases by it.
 * @param changed one of them, as it is about to be
 */
export async function endedAlerts(
  alerts: Pick<AlertStore, 'of'>,
  changed: AlertRecord,
  at: Date,
): Promise<Message[]> {
  const { _id, own, theirs, alert } = changed;
  const others = (await alerts.of({ own })).filter((each) => each._id !== _id && each.theirs === theirs);
  const all = [alert, ...others.map((each) => each.alert)];
  const isOpen = all.some((each) => ['NEW', 'ACKNOWLEDGED'].includes(alertState(each, at)));
  if (isOpen || !all.some(({ dismissed }) => dismissed)) return [];
  const first = new Date(Math.min(...all.map(({ since }) => since.getTime())));
  return [
    {
      id: messageIdOf(`alert ended ${own} ${theirs}`, first),
      to: alert.other,
      type: 'concord.alert.ended.v1',
      at,
      data: { theirs: own, yours: theirs },
    },
  ];
}
