import type { Agency } from '../../../../terms/agencies.ts';
import { dayOf, daysAfter } from '../../../../terms/days.ts';
import type { BudgetScope } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import type { TriedSeries } from './series.ts';

/** The two things that a budget counts: questions, and persons whom answers tell of. */
export const budgetKinds = ['searches', 'persons'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** The most that an owner allows another agency in one of its days. */
export type BudgetLimits = Readonly<Record<BudgetScope, Readonly<Record<BudgetKind, number>>>>;

/** Persons that a request may still tell of; it counts until then, should the request never end. */
export interface Hold {
  id: string;
  persons: number;
  until: Date;
}

/** One budget on one of the owner's days (UTC), as far as it was spent. */
export interface BudgetRecord {
  /** Day, scope, agency, and whose it is. */
  _id: string;
  /** `YYYY-MM-DD`. */
  day: string;
  scope: BudgetScope;
  agency: Agency;
  /** The officer, or the case; absent for the whole agency. */
  of?: string;
  /** Counted by what was really asked: a comparison of ten values is ten, and a series of guesses beside one surname more. */
  searches: number;
  /** Searches that nearly repeated others: one value changed, another spelling, or the same surname. */
  near: number;
  /** Dossiers that answers told of, hits included, each once. */
  persons: string[];
  /** Ids of other agencies by which some of them were asked for. */
  aliases: string[];
  holds: Hold[];
  /** Values that an officer tried beside each name, as tokens of tokens: they match no record. */
  series: TriedSeries[];
  /** Requests that were refused. */
  refused: number;
  /** The number of persons that the last request may tell of; -1 when it was refused. */
  granted: number;
  /** Its cost in searches. */
  price: number;
  /** The guesses that came before it in the longest of its series. */
  nearest: number;
  /** The time at which it is erased. */
  until: Date;
}

/** A budget that a request draws on. */
export type Account = Pick<BudgetRecord, '_id' | 'day' | 'scope' | 'agency' | 'of' | 'until'>;

/** Overseers look at the week before. */
const keptDays = 8;

/** The beginning of the owner's next day. */
export const renewalOf = (now: Date): Date => daysAfter(new Date(dayOf(now)), 1);

/** The budgets that a viewer of another agency draws on under a mandate. */
export function accountsOf(
  { agency, subject }: Pick<Viewer, 'agency' | 'subject'>,
  { case: caseNumber }: Pick<Mandate, 'case'>,
  now: Date,
): Account[] {
  const day = dayOf(now);
  const until = daysAfter(new Date(day), keptDays);
  const account = (scope: BudgetScope, of?: string): Account => ({
    _id: [day, agency, scope, ...(of === undefined ? [] : [of])].join(' '),
    day,
    scope,
    agency,
    ...(of !== undefined && { of }),
    until,
  });
  return [
    account('OFFICER', subject),
    ...(caseNumber === undefined ? [] : [account('CASE', caseNumber)]),
    account('AGENCY'),
  ];
}
