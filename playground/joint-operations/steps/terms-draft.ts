import { type Agency, isDossierId, othersThan, ownerOf } from '../../../terms/agencies.ts';
import { isAlertId } from '../../../terms/alert-id.ts';
import type { OperationOriginKind, OperationRole } from '../../../terms/enums.ts';
import { askerOf } from '../../../terms/request-id.ts';
import type { OperationOrigin } from '../../desk/operation-origin.ts';
import type { OperationMemberInput, OperationTermsInput } from '../../generated/operations.ts';
import { daysLater, firstDays, isAmong, isDay } from '../../measures/calendar/measure-day.ts';
import type { OperationDraft, OperationHalf } from '../own/own-operations.ts';

/** A record that an operation is to grow from, as its line of the form has it. */
export interface OriginDraft {
  kind: OperationOriginKind;
  /** One id, or two with a space between. */
  ids: string;
}

/** An officer as a line of a form names them. */
export interface MemberDraft {
  officer: string;
  role: OperationRole;
}

/** The terms of an operation as far as their form is filled in. */
export interface TermsDraft {
  to: Agency;
  name: string;
  /** As a form has days: `2026-12-24`, or nothing. */
  from: string;
  until: string;
  /** Numbers of articles of the own agency's list. */
  offences: readonly string[];
  origins: readonly OriginDraft[];
  lead: MemberDraft;
}

/** A part of the terms that must be filled in, or corrected. */
export type TermsPart = 'name' | 'from' | 'until' | 'offences' | 'origins' | 'lead';

/** The most days of an operation: the agency judges by the same. */
export const mostDays = 180;
/** The most records that an operation grows from. */
export const mostOrigins = 50;
/** As long as the name of an officer may be. */
export const longestOfficer = 100;

const nobody: MemberDraft = { officer: '', role: 'INVESTIGATOR' };

/** A form in which nothing but the record is filled in from which the officer came. */
export function newTerms(own: Agency, origin?: OperationOrigin): TermsDraft {
  const [other = own] = othersThan(own);
  return {
    to: origin?.agency ?? other,
    ...{ name: '', from: '', until: '', offences: [], lead: nobody },
    origins: origin ? [{ kind: origin.kind, ids: origin.ids.join(' ') }] : [],
  };
}

/** A form with the terms that are under discussion, which an answer changes. */
export const termsOf = (
  terms: NonNullable<OperationDraft['terms']> | OperationHalf,
  own: Agency,
  to: Agency,
): TermsDraft => ({
  ...{ to, name: terms.name, from: terms.from, until: terms.until, lead: nobody },
  offences: terms.offences.flatMap(({ agency, code, validTo }) =>
    agency === own && validTo === null ? [code] : [],
  ),
  origins: terms.origins.map(({ kind, ids }) => ({ kind, ids: ids.join(' ') })),
});

const idsIn = ({ ids }: OriginDraft): string[] => ids.trim().split(/[\s,;]+/);

/** True for a line that names what it says: a link by a dossier of each agency, all else by its own id. */
export function isOrigin(origin: OriginDraft): boolean {
  const ids = idsIn(origin);
  const [first = '', second = ''] = ids;
  if (origin.kind === 'LINK')
    return (
      ids.length === 2 && isDossierId(first) && isDossierId(second) && ownerOf(first) !== ownerOf(second)
    );
  return ids.length === 1 && (origin.kind === 'ALERT' ? isAlertId(first) : askerOf(first) !== undefined);
}

/** True for a member who is named; the agency alone knows its officers. */
export const isNamed = ({ officer }: MemberDraft): boolean => officer.trim() !== '';

/** The parts that must be filled in before the terms can be sent; the agency judges the rest. */
export function missingInTerms(draft: TermsDraft, today: string): TermsPart[] {
  const { name, from, until, offences, origins, lead } = draft;
  const missing: TermsPart[] = [];
  if (name === '') missing.push('name');
  const isFrom = isDay(from) && isAmong(from, firstDays(today));
  if (!isFrom) missing.push('from');
  const lastDays = { from, until: isFrom ? daysLater(from, mostDays - 1) : '' };
  if (!isDay(until) || (isFrom && !isAmong(until, lastDays))) missing.push('until');
  if (offences.length === 0) missing.push('offences');
  if (origins.length > mostOrigins || !origins.every(isOrigin)) missing.push('origins');
  if (!isNamed(lead)) missing.push('lead');
  return missing;
}

/** A member as it is sent. */
export const memberInput = ({ officer, role }: MemberDraft): OperationMemberInput => ({
  officer: officer.trim(),
  role,
});

/** Filled terms as they are sent. */
export const termsInput = ({ name, from, until, offences, origins }: TermsDraft): OperationTermsInput => ({
  name,
  from,
  until,
  offences: [...offences],
  origins: origins.map((origin) => ({ kind: origin.kind, ids: idsIn(origin) })),
});
