import type { EvidenceKind } from '../../../../terms/enums.ts';
import { nationalIdKinds, type SearchCriteria } from '../../../../terms/search-exchange.ts';

/** A fact that a request names its person by. */
export interface ShownCriterion {
  kind: EvidenceKind;
  value: string;
}

const joined = (...parts: string[]): string => parts.join(' ');

/** Criteria as officers read them, each kind by itself; the readings of a name each once. */
export function criteriaShown(criteria: SearchCriteria): ShownCriterion[] {
  const { names = [], birthPlace, document, messenger, card, wallet } = criteria;
  const isNational = nationalIdKinds.some((kind) => kind === document?.kind);
  const all: [EvidenceKind, string | undefined][] = [
    ...names.map(({ surname }): [EvidenceKind, string | undefined] => ['SURNAME', surname]),
    ...names.map(({ givenName }): [EvidenceKind, string | undefined] => ['GIVEN_NAME', givenName]),
    ...names.map(({ patronymic }): [EvidenceKind, string | undefined] => ['PATRONYMIC', patronymic]),
    ['BIRTH_DATE', criteria.birthDate],
    ['BIRTH_PLACE', birthPlace && joined(birthPlace.country, birthPlace.place)],
    ['SEX', criteria.sex],
    [
      isNational ? 'NATIONAL_ID' : 'PASSPORT',
      document && joined(document.issuer, document.kind, document.number),
    ],
    ['PHONE', criteria.phone],
    ['EMAIL', criteria.email],
    ['MESSENGER', messenger && joined(messenger.service, messenger.account)],
    ['ACCOUNT', criteria.account],
    ['CARD', card && `${card.first6}…${card.last4}`],
    ['WALLET', wallet && joined(wallet.chain, wallet.address)],
    ['IMEI', criteria.imei],
  ];
  const shown = new Map<string, ShownCriterion>();
  for (const [kind, value] of all) if (value !== undefined) shown.set(`${kind} ${value}`, { kind, value });
  return [...shown.values()];
}
