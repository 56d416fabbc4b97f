import { areProtecting } from '../../records/alerts/alert-state.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import { isWidelyShared, type Spread } from '../../records/indicators/spread.ts';
import type { Comparing } from './comparing.ts';

/**
 * Tells that an identifier is not compared because it tells nobody apart: it is on the agency's list, or it is widely shared. An open alert on it
 * stands until two officers agree of that alert that it is: neither those who recorded it nor two officers of another case must end a warning.
 * @param tokens its own
 */
export async function isWithheld(
  { alerts, isCommon }: Pick<Comparing, 'alerts' | 'isCommon'>,
  indicator: string,
  spread: Spread,
  tokens: readonly Pick<IndicatorRecord, '_id'>[],
  now: Date,
): Promise<boolean> {
  if (isCommon(indicator)) return true;
  if (!isWidelyShared(spread)) return false;
  if (tokens.length === 0) return true;
  const raised = await alerts.ofIndicator(tokens.map(({ _id }) => _id));
  return !areProtecting(
    raised.map(({ alert }) => alert),
    now,
  );
}
