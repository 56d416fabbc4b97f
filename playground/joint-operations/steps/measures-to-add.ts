import type { OperationNeed } from '../../../terms/enums.ts';
import type { OperationMeasureInput } from '../../generated/operations.ts';
import { isDay } from '../../measures/calendar/measure-day.ts';
import { type MeasureLine, measureOf } from '../../measures/own/own-measures.ts';
import type { OwnLine } from '../own/own-operations.ts';

const isToCome = (line: MeasureLine): boolean => {
  const state = measureOf(line)?.state;
  return state === 'PLANNED' || state === 'AUTHORISED' || state === 'UNDER_WAY';
};

/** The measures of the case that can be added: those that are not over, and not in the operation yet. */
export const measuresToAdd = (lines: readonly MeasureLine[], there: readonly OwnLine[]): MeasureLine[] =>
  lines.filter((line) => isToCome(line) && !there.some(({ of }) => of === line.id));

/** A measure to add as far as its form is filled in. */
export interface AddedMeasureDraft {
  /** The dossier and the measure, as a list of measures names them. */
  measure: string;
  need: OperationNeed | '';
  /** As a form has days. */
  by: string;
}

/** A form in which nothing is filled in. */
export const newAddedMeasure: AddedMeasureDraft = { measure: '', need: '', by: '' };

/** True for a measure that can be sent: a need has a day. */
export const isAddable = ({ measure, need, by }: AddedMeasureDraft): boolean =>
  measure !== '' && (need === '' || isDay(by));

/** A filled form as it is sent. */
export const addedMeasureInput = (
  on: Pick<OperationMeasureInput, 'operation' | 'version'>,
  { measure, need, by }: AddedMeasureDraft,
): OperationMeasureInput => ({ ...on, measure, ...(need !== '' && { need: { kind: need, by } }) });
