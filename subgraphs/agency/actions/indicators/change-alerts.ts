import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { withAlertColumns } from '../../records/alerts/alert-record.ts';
import { type AlertEvent, alertTransition } from '../../records/alerts/alert-transition.ts';
import { Contended } from '../../storage/driver-errors/contended.ts';
import type { AlertStore } from '../../storage/indicators/alert-store.ts';
import { takeStep } from '../take-step.ts';

/**
 * Has an event that no officer made change alerts, once each.
 * @throws Contended where others wrote one each time
 */
export async function changeAlerts(
  alerts: AlertStore,
  found: readonly Pick<AlertRecord, '_id'>[],
  event: AlertEvent,
): Promise<void> {
  for (const { _id } of found) {
    const { kind } = await takeStep({
      read: () => alerts.read(_id),
      decide(record): { step: AlertRecord } | { answer: undefined } {
        const after = record && alertTransition(record.alert, event);
        if (!record || !after || !('alert' in after)) return { answer: undefined };
        const { pending: _, ...rest } = record;
        return {
          step: withAlertColumns({ ...rest, alert: after.alert, version: record.version + 1 }, event.at),
        };
      },
      write: (step) => alerts.replace(step, []),
    });
    if (kind === 'CONTENDED') throw new Contended('an alert was written each time that it was to be changed');
  }
}
