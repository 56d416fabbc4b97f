import { dayOf } from '../../../../../terms/days.ts';
import type { MeasurePace } from '../measure-pace.ts';
import type { ComparedMeasure } from './compared-measure.ts';

/** Names of the counts of a day. A measure that is cancelled has been counted. */
const officerDay = (officer: string, at: Date) => `OFFICER ${dayOf(at)} ${officer}`;
const caseDay = (number: string, at: Date) => `CASE ${dayOf(at)} ${number}`;

type Charged = Pick<ComparedMeasure, 'plannedBy' | 'case' | 'isUrgent'>;

export const daysOfBudget = ({ plannedBy, case: number }: Charged, at: Date): string[] => [
  officerDay(plannedBy, at),
  ...(number === undefined ? [] : [caseDay(number, at)]),
];

/** What is left today of the budgets of officers and cases, by the counts that are there. */
export class MeasureBudget {
  /** The counts that were raised, and by how many. */
  readonly raised = new Map<string, number>();
  readonly #counts: Map<string, number>;
  readonly #at: Date;
  readonly #pace: Pick<MeasurePace, 'perOfficer' | 'perCase'>;

  constructor(
    counts: ReadonlyMap<string, number>,
    at: Date,
    pace: Pick<MeasurePace, 'perOfficer' | 'perCase'>,
  ) {
    this.#counts = new Map(counts);
    this.#at = at;
    this.#pace = pace;
  }

  /** Counts a measure where its officer and its case have room for it, or it is urgent; where one of the two has none it takes of neither. */
  take(measure: Charged): boolean {
    const names = daysOfBudget(measure, this.#at);
    const most = [this.#pace.perOfficer, this.#pace.perCase];
    const isFull = names.some((name, place) => (this.#counts.get(name) ?? 0) >= (most[place] ?? 0));
    if (isFull && !measure.isUrgent) return false;
    for (const name of names) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      this.raised.set(name, (this.raised.get(name) ?? 0) + 1);
    }
    return true;
  }
}
