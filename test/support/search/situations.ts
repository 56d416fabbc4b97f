import type { Mandate } from '../../../terms/mandate.ts';
import type { Asker } from '../composed/callers.ts';
import type { Question } from '../policy/oracle.ts';
import type { CriterionName } from '../policy/search.ts';
import { namedCase } from '../policy/states.ts';
import {
  everyPurpose,
  everyRole,
  type Owner,
  owners,
  type PurposeName,
  type RoleName,
} from '../policy/table.ts';

/** What is searched by: each class of values alone and with others, one and more kinds of each. */
export const searches: readonly (readonly CriterionName[])[] = [
  ['surname', 'givenName', 'birthDate'],
  ['surname'],
  ['phone'],
  ['phone', 'surname'],
  ['phone', 'sex'],
  ['phone', 'birthYear', 'birthPlace'],
  ['account', 'wallet'],
  ['wallet', 'surname'],
  ['imei', 'birthDate'],
  ['imei', 'phone', 'surname', 'givenName', 'birthDate'],
];

/** These of them tell one mandate of a searcher from another; what a class says does not differ with it. */
export const fewSearches = [1, 3, 8].map((index) => searches[index] as readonly CriterionName[]);

/** Who searches, for what. */
export interface Searcher {
  agency: Owner;
  roles: readonly RoleName[];
  purpose: PurposeName;
}

const pairs: RoleName[][] = [
  ['ANALYST', 'LIAISON'],
  ['PARTNER', 'INVESTIGATOR'],
  ['OVERSEER', 'SUPERVISOR'],
];

export const searchers: Searcher[] = owners.flatMap((agency) =>
  [...everyRole.map((role) => [role]), [], ...pairs].flatMap((roles) =>
    everyPurpose.map((purpose) => ({ agency, roles, purpose })),
  ),
);

/** The mandates that one may search under, and for each what every agency is asked then. */
export interface SearchMandate {
  asker: Asker;
  questions: Question[];
  searches: readonly (readonly CriterionName[])[];
}

export function mandatesOf({ agency, roles, purpose }: Searcher): SearchMandate[] {
  const under = (legalBasis: Mandate['legalBasis'], by: SearchMandate['searches'], number?: string) => ({
    searches: by,
    asker: { agency, roles, mandate: { purpose, legalBasis, ...(number && { case: number }) } },
    questions: owners.map(
      (owner): Question => ({
        owner,
        side: owner === agency ? 'own' : 'foreign',
        roles,
        purpose,
        legalBasis,
        case: number,
      }),
    ),
  });
  const isCaseless = purpose === 'PREVENTION' || purpose === 'DETECTION';
  return [
    under('COOPERATION_AGREEMENT', searches, namedCase),
    under('NATIONAL_LAW', fewSearches, namedCase),
    ...(isCaseless ? [under('COOPERATION_AGREEMENT', fewSearches)] : []),
  ];
}
