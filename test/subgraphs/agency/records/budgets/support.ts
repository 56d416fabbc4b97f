import type { BudgetLimits } from '../../../../../subgraphs/agency/records/budgets/budget-record.ts';
import { encodeQuestion } from '../../../../../terms/search-exchange.ts';
import { dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { plentiful } from '../../../../support/plentiful.ts';

export const released = Array.from({ length: 6 }, (_, index) => `BY-RE1EASED0000${index}`);
export const dossiers = [
  ...released.map((id) => dossierOf(id, { handlingCode: 'ON_RELEASE', releases: [releaseOf()] })),
  ...['BY-DARK0000000', 'BY-DARK0000001'].map((id) => dossierOf(id, { handlingCode: 'ORIGINATOR_ONLY' })),
];
export const day = new Date('2026-11-25T22:00:00Z');
export const sameDay = new Date('2026-11-25T23:59:59Z');
export const nextDay = new Date('2026-11-26T00:00:00Z');
export const releasing = dossiers.map(({ releases, ...dossier }) => ({
  ...dossier,
  releases: releases.map((release) => ({
    ...release,
    from: new Date('2026-01-01'),
    until: new Date('2027-01-01'),
  })),
}));

/** Plentiful, but for some. */
export const limitsOf = (
  some: { [Scope in keyof BudgetLimits]?: Partial<BudgetLimits[Scope]> },
): BudgetLimits => ({
  OFFICER: { ...plentiful.OFFICER, ...some.OFFICER },
  CASE: { ...plentiful.CASE, ...some.CASE },
  AGENCY: { ...plentiful.AGENCY, ...some.AGENCY },
});

export const search =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }';
export const question = (surname: string, givenName = 'Иван') => ({
  of: [
    {
      __typename: 'BelarusSearch',
      question: encodeQuestion({ criteria: { names: [{ script: 'RUSSIAN', surname, givenName }] } }),
    },
  ],
});
export const half =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id } } } }';
export const suspects = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Suspect', id })) });

/** Letters that no two of these names share enough of to be of one series. */
export const surnames = [
  'Абрамчук',
  'Дзюбенко',
  'Жилинский',
  'Кречетов',
  'Мухина',
  'Пыжиков',
  'Рощин',
  'Филатов',
];
export const givenNames = ['Антон', 'Борис', 'Виктор', 'Глеб', 'Денис', 'Егор', 'Захар', 'Игорь'];
