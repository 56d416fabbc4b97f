import { type ActionOutcome, invalid, stale, unknownRecord } from '../records/action-outcome.ts';
import { type AlertRecord, withAlertColumns } from '../records/alerts/alert-record.ts';
import { type AlertEvent, type AlertRefusal, alertTransition } from '../records/alerts/alert-transition.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Message } from '../records/messages/message.ts';
import { refuse } from '../records/problem.ts';
import type { AlertStore } from '../storage/indicators/alert-store.ts';
import { endedAlerts } from './indicators/ended-alerts.ts';
import { demandSameRequest } from './same-request.ts';
import { takeStep } from './take-step.ts';

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

/** Takes an officer's step on an alert, once for each key. */
export async function stepAlert(
  alerts: Pick<AlertStore, 'read' | 'replace' | 'tell' | 'confirm' | 'of'>,
  author: Author,
  { id, version, isKnown, event }: AskedAlertStep,
): Promise<ActionOutcome<{ alert: AlertRecord }>> {
  type Answer = { alert: AlertRecord } | { refused: ActionOutcome<never> };
  const { at, by, idempotency } = author;
  const refused = (outcome: ActionOutcome<never>): { answer: Answer } => ({ answer: { refused: outcome } });
  const taken = await takeStep<AlertRecord | null, { alert: AlertRecord; messages: Message[] }, Answer>({
    read: () => alerts.read(id),
    async decide(record) {
      if (!record || !isKnown(record)) return refused(unknownRecord(id));
      const before = record.taken.find((step) => step.by === by && step.key === idempotency.key);
      if (before) {
        demandSameRequest(before.fingerprint, author);
        return { answer: { alert: record } };
      }
      if (record.version !== version) return refused(stale(record.version));
      const after = alertTransition(record.alert, event);
      if ('refused' in after) return refused(invalid(refuse(...refusals[after.refused]).problems));
      if ('nothing' in after) return { answer: { alert: record } };
      const { pending: _, ...rest } = record;
      const step = { by, key: idempotency.key, fingerprint: idempotency.fingerprint };
      const alert = withAlertColumns(
        { ...rest, alert: after.alert, version: version + 1, taken: [...record.taken, step] },
        at,
      );
      return { step: { alert, messages: after.tells ? await endedAlerts(alerts, alert, at) : [] } };
    },
    write: ({ alert, messages }) => alerts.replace(alert, messages),
  });
  switch (taken.kind) {
    case 'REFUSED':
      return taken.refusal;
    case 'WRITTEN': {
      const { alert, messages } = taken.step;
      // Two who end two alerts in one moment see each other's open: whoever looks again after both sees none.
      const missed = messages.length === 0 ? await endedAlerts(alerts, alert, at) : [];
      if (missed.length > 0) await alerts.tell(id, missed);
      return { alert };
    }
    case 'CONTENDED':
      return stale(taken.before?.version ?? 0);
    case 'ANSWERED':
      if ('refused' in taken.answer) return taken.answer.refused;
      await alerts.confirm(id);
      return { alert: taken.answer.alert };
  }
}
