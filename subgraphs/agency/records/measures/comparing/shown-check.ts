import type { MeasureCheckState } from '../../../../../terms/enums.ts';
import { checkedAt, checkState } from '../check-state.ts';
import { type MeasureCheck, noCheck } from '../measure-check.ts';
import type { CheckRecord } from './check-record.ts';
import { type ComparedRecord, runOf } from './compared-measure.ts';
import { type ShownConflict, shownConflicts } from './shown-conflict.ts';

/** What officers see of the comparison of a measure. */
export interface ShownCheck {
  state: MeasureCheckState;
  since: Date | undefined;
  version: number;
  conflicts: ShownConflict[];
}

/** The check of a measure as its dossier has it now: what is on record may be of an authorisation before, until it is followed up. */
function checkNow(row: ComparedRecord, record: CheckRecord | null | undefined): MeasureCheck {
  if (!row.authorised || row.state === 'PLANNED') return noCheck;
  const run = runOf(row);
  if (record?.check.run === run) return record.check;
  const { at } = row.authorised;
  return { ...noCheck, run, since: at, isCompared: true, changedAt: at };
}

export function shownCheck(
  row: ComparedRecord,
  record: CheckRecord | null | undefined,
  now: Date,
): ShownCheck {
  const check = checkNow(row, record);
  return {
    state: checkState(check, now),
    since: checkedAt(check, now),
    version: record?.version ?? 0,
    conflicts: shownConflicts(check),
  };
}
