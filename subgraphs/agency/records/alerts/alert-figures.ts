import type { AlertState, DismissalReason } from '../../../../terms/enums.ts';
import type { Alert } from './alert.ts';
import { alertState } from './alert-state.ts';

/** The number of alerts of one state, and where they were dismissed of one reason. */
export interface AlertFigure {
  state: AlertState;
  reason: DismissalReason | null;
  alerts: number;
}

/** Counts alerts by what has become of them. Figures of none are left out. */
export async function alertFigures(all: AsyncIterable<{ alert: Alert }>, now: Date): Promise<AlertFigure[]> {
  const figures = new Map<string, AlertFigure>();
  for await (const { alert } of all) {
    const state = alertState(alert, now);
    const reason = alert.dismissed?.reason ?? null;
    const key = `${state} ${reason ?? ''}`;
    const figure = figures.get(key) ?? { state, reason, alerts: 0 };
    figures.set(key, { ...figure, alerts: figure.alerts + 1 });
  }
  return [...figures].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, figure]) => figure);
}
