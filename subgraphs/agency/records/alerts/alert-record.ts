import type { AlertState } from '../../../../terms/enums.ts';
import type { Message } from '../messages/message.ts';
import { orderOf } from '../waiting/waiting-record.ts';
import type { Alert } from './alert.ts';
import { alertDue, alertState, mayCallWidelyShared } from './alert-state.ts';

/** An officer's step that was taken under an idempotency key. */
interface TakenStep {
  by: string;
  key: string;
  fingerprint: string;
}

/** An alert as it is stored, with what it hangs on. */
export interface AlertRecord {
  _id: string;
  version: number;
  alert: Alert;
  /** The case, whose officers list it. */
  case: string;
  /** Names the identifier among this agency's own. */
  indicator: string;
  /** The dossiers of its case that have held the identifier since it came up: it is erased with the last of them. */
  dossiers: string[];
  /** The name under which this agency has told its token, and that of the other agency's. */
  own: string;
  theirs: string;
  /** Names what the other agency holds. */
  reference: string;
  /** The two and the case in one: there is one alert of them that is not withdrawn. */
  pair: string;
  /** The place among others: the time at which it came up. */
  place: string;
  /** The state as far as it is written. */
  state: AlertState;
  /** The next moment at which time changes it; absent where none does. */
  due?: Date;
  /** The place among all that waits, see `orderOf`; absent unless a second officer is to agree that its identifier is widely shared. */
  order?: string;
  taken: TakenStep[];
  /** Messages that wait for their numbers. */
  pending?: Message[];
}

export const pairOf = ({
  own,
  theirs,
  case: caseNumber,
}: Pick<AlertRecord, 'own' | 'theirs' | 'case'>): string => `${own} ${theirs} ${caseNumber}`;

/** The place of an alert among all that waits for an officer; undefined unless one officer calls its identifier widely shared. */
function orderIn(alert: Alert, now: Date): string | undefined {
  const said = alert.widelyShared;
  if (!said || !mayCallWidelyShared(alert, now)) return undefined;
  return orderOf({ due: alertDue(alert, now), since: said.at, id: alert.id });
}

/** A record with the columns that follow from its alert. */
export function withAlertColumns(
  { due: _due, order: _order, ...record }: Omit<AlertRecord, 'state' | 'pair'>,
  now: Date,
): AlertRecord {
  const due = alertDue(record.alert, now);
  const order = orderIn(record.alert, now);
  // What is withdrawn stands in nobody's way: the identifier may come back.
  const pair = record.alert.withdrawn ? `${pairOf(record)} ${record._id}` : pairOf(record);
  return {
    ...record,
    pair,
    state: alertState(record.alert, now),
    ...(due && { due }),
    ...(order !== undefined && { order }),
  };
}
