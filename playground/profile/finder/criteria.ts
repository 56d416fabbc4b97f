import type { Agency } from '../../../terms/agencies.ts';
import {
  SearchDocument,
  type SearchQueryVariables,
  type SuspectCriteria,
} from '../../generated/operations.ts';
import { type OwnOperation, operationOf } from '../../wire/operation-of.ts';
import { typedDate } from './typed-date.ts';

/** The texts in the fields of a search. */
export const criterionFields = [
  'name',
  'birthDate',
  'surname',
  'givenName',
  'patronymic',
  'sex',
  'birthCountry',
  'birthPlace',
  'documentIssuer',
  'documentKind',
  'documentNumber',
  'phone',
  'email',
  'messengerService',
  'messengerAccount',
  'account',
  'cardFirst6',
  'cardLast4',
  'walletChain',
  'walletAddress',
  'imei',
] as const;
export type CriterionField = (typeof criterionFields)[number];

/** The known facts about a wanted person, as they are typed, and the agencies to ask. */
export interface Criteria extends Record<CriterionField, string> {
  /** One agency; all where there is none. */
  scope: Agency | undefined;
}

export const noCriteria: Criteria = {
  ...(Object.fromEntries(criterionFields.map((field) => [field, ''])) as Record<CriterionField, string>),
  scope: undefined,
};

/** Fields that make one criterion, and mean nothing alone. */
const together: readonly (readonly CriterionField[])[] = [
  ['birthCountry', 'birthPlace'],
  ['documentIssuer', 'documentKind', 'documentNumber'],
  ['messengerService', 'messengerAccount'],
  ['cardFirst6', 'cardLast4'],
  ['walletChain', 'walletAddress'],
];

const nameParts = ['surname', 'givenName', 'patronymic'] as const;

/** The fields that have to be corrected before the search: no date, a criterion in part, or a name twice. */
export function problemsIn(criteria: Criteria): CriterionField[] {
  const has = (field: CriterionField) => criteria[field].trim() !== '';
  return [
    ...(has('birthDate') && !typedDate(criteria.birthDate) ? (['birthDate'] as const) : []),
    ...(has('name') ? nameParts.filter(has) : []),
    ...together.flatMap((fields) => (fields.some(has) ? fields.filter((field) => !has(field)) : [])),
  ];
}

/** The criteria as the API takes them, without those that are empty. */
export function suspectCriteria(typed: Criteria): SuspectCriteria {
  const of = Object.fromEntries(
    criterionFields.map((field) => [field, typed[field].trim() || undefined]),
  ) as Record<CriterionField, string | undefined>;
  const country = of.birthCountry?.toUpperCase();
  const issuer = of.documentIssuer?.toUpperCase();
  const all = {
    name: of.name,
    surname: of.surname,
    givenName: of.givenName,
    patronymic: of.patronymic,
    birthDate: typedDate(typed.birthDate),
    sex: of.sex as SuspectCriteria['sex'],
    birthPlace: country && of.birthPlace && { country, place: of.birthPlace },
    document: issuer && of.documentNumber && { issuer, kind: of.documentKind, number: of.documentNumber },
    phone: of.phone,
    email: of.email,
    messenger: of.messengerService && { service: of.messengerService, account: of.messengerAccount },
    account: of.account,
    card: of.cardFirst6 && { first6: of.cardFirst6, last4: of.cardLast4 },
    wallet: of.walletChain && { chain: of.walletChain, address: of.walletAddress },
    imei: of.imei,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as SuspectCriteria;
}

/**
 * The search for criteria; undefined while there is nothing to search by, or something to correct.
 * @param after the end of the page before
 */
export function operationFor(typed: Criteria, after?: string): OwnOperation | undefined {
  if (problemsIn(typed).length > 0) return undefined;
  const criteria = suspectCriteria(typed);
  if (Object.keys(criteria).length === 0) return undefined;
  const { scope } = typed;
  const variables: SearchQueryVariables = {
    criteria,
    ...(scope && { scope: [scope] }),
    ...(after !== undefined && { after }),
  };
  return operationOf(SearchDocument, variables);
}
