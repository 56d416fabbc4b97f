import type { Agency } from '../../../terms/agencies.ts';
import type { MeasureKind, MeasureState, OperationNeed } from '../../../terms/enums.ts';
import type { Gap } from '../../answer/gap.ts';
import { type Days, daysOfMeasure } from '../../measures/calendar/measure-day.ts';
import type { ListedMeasure } from '../../measures/own/own-measures.ts';
import { measureOfLine, type OperationHalf } from '../own/own-operations.ts';

/** A measure of the plan, whichever agency's it is, as the picture and the table have it. */
export interface PlanLine {
  id: string;
  agency: Agency;
  isOwn: boolean;
  /** Undefined for an own measure that the officer may not read in its dossier. */
  kind: MeasureKind | undefined;
  state: MeasureState | undefined;
  /** Undefined where its days are not known. */
  days: Days | undefined;
  region: string | null;
  need: { kind: OperationNeed; by: string } | null;
  /** The result of comparing an own measure, for those who may read it; of another agency's nobody is told. */
  check: ListedMeasure['check'];
  /** False for an own measure of which the other agency is told nothing. */
  isTold: boolean;
  /** The place of an own measure that can be opened. */
  place: { dossier: string; measure: string } | undefined;
  /** The dossier of the other agency that its measure is against, as far as it was told. */
  target: string | null;
  /** The reason why an own measure is not told. */
  gap: Gap | undefined;
}

const firstDay = ({ days }: PlanLine): string => days?.from ?? '9999';

/** The measures of both agencies by their first day; those without a known day come last. */
export function planLines({ measures, plan, agency }: OperationHalf, own: Agency): PlanLine[] {
  const mine = measures.map((line): PlanLine => {
    const measure = measureOfLine(line);
    const { id, need, isTold, dossier } = line;
    return {
      ...{ id, agency: own, isOwn: true, need, isTold, target: null },
      kind: measure?.kind,
      state: measure?.state,
      days: measure && daysOfMeasure(measure),
      region: measure?.region ?? null,
      check: measure?.check ?? null,
      place: measure && dossier !== null ? { dossier, measure: measure.id } : undefined,
      gap: 'gap' in line.measure ? line.measure.gap : undefined,
    };
  });
  const theirs = plan.map(
    ({ id, kind, state, from, until, region, need, target }): PlanLine => ({
      ...{ id, agency, isOwn: false, kind, state, days: { from, until }, region, need, target },
      ...{ check: null, isTold: true, place: undefined, gap: undefined },
    }),
  );
  return [...mine, ...theirs].sort((one, other) => firstDay(one).localeCompare(firstDay(other)));
}
