import { daysAfter } from '../../../../../terms/days.ts';
import type { Link } from '../link.ts';

/** Days in which the other agency can answer a link's decision. Not confirmed by a source. */
export const daysToAnswer = 30;

export const answerDue = (at: Date): Date => daysAfter(at, daysToAnswer);

/** Tells that the time in which the other agency could answer a link's decision is over. */
export const hasLapsed = ({ lapsesAt }: Link, at: Date): boolean => lapsesAt !== undefined && lapsesAt <= at;
