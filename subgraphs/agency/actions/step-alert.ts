import type { ActionOutcome } from '../records/action-outcome.ts';
import { type AlertRecord, withAlertColumns } from '../records/alerts/alert-record.ts';
import { type AlertEvent, type AlertRefusal, alertTransition } from '../records/alerts/alert-transition.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Message } from '../records/messages/message.ts';
import { refuse } from '../records/problem.ts';
import type { AlertStore } from '../storage/indicators/alert-store.ts';
import { endedAlerts } from './indicators/ended-alerts.ts';
import { stepOfOfficer } from './step-of-officer.ts';
import { takenAs, takenStep } from './with-taken.ts';

/** One step on an alert, as its officer asks for it. */
export interface AskedAlertStep {
  id: string;
  version: number;
  /** Tells if the officer may know of the alert. To one who may not there is none. */
  isKnown(alert: AlertRecord): boolean;
  event: AlertEvent;
}

const refusals: Readonly<Record<AlertRefusal, Parameters<typeof refuse>>> = {
  ENDED: ['ALERT_ENDED', 'This alert has come to its end: nothing more is done on it.', 'alert'],
  ALREADY_ACKNOWLEDGED: ['WRONG_STATE', 'An officer has seen this alert already.', 'alert'],
  NOT_WIDELY_SHARED: [
    'WRONG_STATE',
    'Too few cases and officers hold this identifier for it to be widely shared.',
    'alert',
  ],
  AGREED: ['WRONG_STATE', 'Two officers agree already that this identifier is widely shared.', 'alert'],
  SAME_OFFICER: ['SAME_OFFICER', 'You have said so yourself: it takes a second officer who agrees.', 'alert'],
  NOT_ACKNOWLEDGED: ['WRONG_STATE', 'Nobody has seen this alert yet: acknowledge it first.', 'alert'],
};

/** Takes an officer's step on an alert, see `stepOfOfficer`. */
export async function stepAlert(
  alerts: Pick<AlertStore, 'read' | 'replace' | 'tell' | 'confirm' | 'of'>,
  author: Author,
  { id, version, isKnown, event }: AskedAlertStep,
): Promise<ActionOutcome<{ alert: AlertRecord }>> {
  const { at } = author;
  const outcome = await stepOfOfficer<AlertRecord, { alert: AlertRecord; messages: Message[] }, never>(
    {
      async read() {
        const alert = await alerts.read(id);
        return alert && isKnown(alert) ? { kept: alert, takenAs: takenAs(alert, author) } : { kept: null };
      },
      versionOf: (alert) => alert.version,
      confirm: alerts.confirm,
      write: ({ alert, messages }) => alerts.replace(alert, messages),
    },
    { id, version },
    author,
    {
      async decide({ pending: _, ...before }) {
        const after = alertTransition(before.alert, event);
        if ('refused' in after) return refuse(...refusals[after.refused]);
        if ('nothing' in after) return { nothing: true };
        const taken = [...before.taken, takenStep(author)];
        const alert = withAlertColumns({ ...before, alert: after.alert, version: version + 1, taken }, at);
        return { step: { alert, messages: after.tells ? await endedAlerts(alerts, alert, at) : [] } };
      },
    },
  );
  if (!('before' in outcome)) return outcome;
  if (!outcome.step) return { alert: outcome.before };
  const { alert, messages } = outcome.step;
  // When two officers end the last two alerts at once, each still sees the other's alert as open. So this looks again after the write.
  const missed = messages.length === 0 ? await endedAlerts(alerts, alert, at) : [];
  if (missed.length > 0) await alerts.tell(id, missed);
  return { alert };
}
