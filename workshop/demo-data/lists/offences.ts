import type { Offence } from '../../../subgraphs/agency/records/values/offences.ts';
import type { CriminalRole } from '../../../subgraphs/agency/records/values/roles.ts';
import type { Article, Conduct } from '../../../terms/criminal-codes/article.ts';
import { criminalCode as belarus } from '../../../terms/criminal-codes/belarus.ts';
import { criminalCode as russia } from '../../../terms/criminal-codes/russia.ts';
import { dayLength, dayOf, daysAfter } from '../../../terms/days.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import type { Random } from '../chance/random.ts';
import { type Draft, provenanceOf, type Recording } from '../people/recording.ts';
import { cases } from './cases.ts';
import { roles } from './roles.ts';

const codes: Record<DemoAgency, readonly Article[]> = { BELARUS: belarus, RUSSIA: russia };

/** What a role is prosecuted for, the likeliest first. */
const conductsOfRole: Record<CriminalRole['kind'], readonly Conduct[]> = {
  CALL_CENTRE_LEADER: ['FRAUD', 'ORGANISED_GROUP'],
  CALL_CENTRE_MEMBER: ['FRAUD', 'DATA_TAKING'],
  FRAUD_GROUP_ORGANISER: ['FRAUD', 'ORGANISED_GROUP', 'LAUNDERING'],
  FRAUD_GROUP_MEMBER: ['FRAUD', 'THEFT_BY_COMPUTER'],
  RANSOMWARE_OPERATOR: ['EXTORTION', 'DATA_INTERFERENCE', 'UNLAWFUL_ACCESS'],
  MALWARE_DEVELOPER: ['MALWARE', 'OPERATING_RULES'],
  CASH_COURIER: ['FRAUD', 'LAUNDERING'],
  MONEY_MULE: ['MEANS_OF_PAYMENT', 'THEFT_BY_COMPUTER'],
  MULE_RECRUITER: ['MEANS_OF_PAYMENT', 'LAUNDERING'],
  GSM_GATEWAY_OPERATOR: ['GSM_GATEWAY'],
  SIM_SUPPLIER: ['GSM_GATEWAY'],
};
/** Where the code has no article for a conduct, or had none yet, it is complicity in these. */
const complicity: readonly Conduct[] = ['FRAUD', 'THEFT_BY_COMPUTER'];

const oldestOffence = '2019-01-01';

interface Window {
  from: string;
  until: string;
}

/**
 * When this person can have committed an offence of the article that this dossier records. He is of age from the 1 January
 * after he reached it, so that a birth date known to the year only, or with day and month exchanged, is old enough too.
 */
function windowOf({ validFrom, validTo, minimumAge }: Article, { person, openedAt }: Recording): Window {
  const ofAge = `${Number(person.born.slice(0, 4)) + minimumAge + 1}-01-01`;
  const [from = validFrom] = [validFrom, ofAge, oldestOffence].sort().reverse();
  const known = dayOf(daysAfter(openedAt, -5));
  return { from, until: validTo !== undefined && validTo < known ? validTo : known };
}

/** As much of the date as is known; less than the day only where all of the month or year lies in the window. */
function dateIn({ from, until }: Window, random: Random): string {
  const span = (Date.parse(until) - Date.parse(from)) / dayLength;
  const day = dayOf(daysAfter(new Date(from), random.between(0, span)));
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  const precision = random.weighted([
    ['DAY', 6],
    ['MONTH', 3],
    ['YEAR', 2],
  ] as const);
  // No month is longer than its 31st, so these bounds are never too wide.
  if (precision === 'YEAR' && from <= `${year}-01-01` && `${year}-12-31` <= until) return year;
  if (precision === 'MONTH' && from <= `${month}-01` && `${month}-31` <= until) return month;
  return day;
}

export function offences(recording: Recording): Draft<Offence>[] {
  const own = recording.ofAgency('offences');
  const investigatedIn = cases(recording);
  const possible = codes[recording.agency]
    .map((article) => ({ article, window: windowOf(article, recording) }))
    .filter(({ window }) => window.from <= window.until);
  const oneOf = (conducts: readonly Conduct[]) =>
    possible.filter(({ article }) => conducts.includes(article.conduct));

  return roles(recording).flatMap(({ kind }) => {
    const fitting = oneOf(conductsOfRole[kind]);
    const eligible = fitting.length > 0 ? fitting : oneOf(complicity);
    return Array.from({ length: own.chance(0.25) ? 2 : 1 }, () => {
      const { article, window } = own.pick(eligible);
      return {
        article: article.code,
        committedOn: dateIn(window, own),
        ...(own.chance(0.75) ? { case: own.pick(investigatedIn) } : {}),
        provenance: provenanceOf(recording, own),
      };
    });
  });
}
