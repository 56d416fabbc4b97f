import { daysAfter } from '../../../../terms/days.ts';
import { numberOf, plainNumber, runAround } from './neighbouring-numbers.ts';
import type { SightingRecord } from './sighting.ts';

/** The count of identifiers of one case, or of one officer, that were compared on a day. */
export interface DayOf {
  slots: number;
  /** The beginning of the day, in UTC. */
  at: Date;
  /** The names of the numbers among them, by which runs of neighbours are found without keeping a number. */
  numbers: string[];
  /** For a case, how many of them each officer recorded; what an import brought has no officer. */
  by: { officer?: string; slots: number }[];
}

/** An identifier that is to be compared for cases for which it is not compared yet. */
export interface Counted extends Pick<SightingRecord, 'by' | 'kind' | 'value'> {
  /** Those of the cases that it is charged to, see `chargedCases`. */
  cases: readonly string[];
  /** The officer whose budget it is charged to, see `payerOf`. */
  payer: string | undefined;
  /** True where its officer's budget is charged already. */
  isPaid: boolean;
}

/** What becomes of an identifier: it is compared today, or waits for a day on which its officer, or each of its cases, has room. */
export type Verdict = 'ADMITTED' | 'OFFICER' | 'CASE';

export const startOfDay = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
export const nextDay = (at: Date): Date => daysAfter(startOfDay(at), 1);

/** Counts identifiers on the days of cases and officers, which it has by their names. A day that is past counts like none. */
export class BudgetOfDay {
  readonly cases = new Map<string, DayOf>();
  readonly officers = new Map<string, DayOf>();
  /** The days on which something was counted, with the longest row of neighbouring numbers in which one of these stands. */
  readonly changed = new Map<DayOf, number>();
  readonly #today: Date;
  readonly #perDay: number;
  readonly #nameOf: (plain: string) => string;

  /** @param nameOf names a number under a key, so that neighbours are found by trying the names around one */
  constructor({ at, perDay, nameOf }: { at: Date; perDay: number; nameOf: (plain: string) => string }) {
    this.#today = startOfDay(at);
    this.#perDay = perDay;
    this.#nameOf = nameOf;
  }

  #dayOf(days: Map<string, DayOf>, name: string): DayOf {
    const found = days.get(name);
    if (found?.at.getTime() === this.#today.getTime()) return found;
    const empty = { slots: 0, at: this.#today, numbers: [], by: [] };
    days.set(name, empty);
    return empty;
  }

  isFull({ slots }: Pick<DayOf, 'slots'>): boolean {
    return slots >= this.#perDay;
  }

  /** @returns the length of the row of neighbours in which the number now stands */
  #countNumber(day: DayOf, number: string): number {
    day.numbers.push(this.#nameOf(plainNumber(number)));
    const names = new Set(day.numbers);
    return runAround(number, (plain) => names.has(this.#nameOf(plain)));
  }

  /**
   * Counts an identifier where there is room for it. What is beyond its officer's budget takes nothing of its cases, or somebody who records much in
   * a case would put off the warnings of all who work on it.
   */
  take({ by, payer, cases, kind, value, isPaid }: Counted): Verdict {
    const number = numberOf(kind, value);
    const count = (day: DayOf, isShown = true) => {
      day.slots++;
      const longest = this.changed.get(day) ?? 0;
      this.changed.set(
        day,
        Math.max(longest, number === undefined || !isShown ? 0 : this.#countNumber(day, number)),
      );
    };
    if (payer !== undefined && !isPaid) {
      const officer = this.#dayOf(this.officers, payer);
      if (this.isFull(officer)) return 'OFFICER';
      // Overseers are shown runs of officers by their names alone.
      count(officer, by !== undefined);
    }
    const days = cases.map((name) => this.#dayOf(this.cases, name));
    if (days.some((day) => this.isFull(day))) return 'CASE';
    for (const day of days) {
      count(day);
      const its = day.by.find(({ officer }) => officer === by);
      if (its) its.slots++;
      else day.by.push({ slots: 1, ...(by !== undefined && { officer: by }) });
    }
    return 'ADMITTED';
  }
}
