import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type Article, findArticle } from '../../../../terms/criminal-codes/article.ts';
import { counterpartsOf } from '../../../../terms/criminal-codes/crosswalk.ts';
import { dayOf } from '../../../../terms/days.ts';
import type { Language } from '../../../../terms/enums.ts';
import { type Title, titleIn } from '../../../../terms/titles/title.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { precisionOf } from '../../records/formats/dates/partial-date.ts';
import { isMixedScript } from '../../records/formats/text/mixed-script.ts';
import type { Birth } from '../../records/values/birth.ts';
import type { PersonName } from '../../records/values/names.ts';
import type { Offence } from '../../records/values/offences.ts';
import type { Provenance } from '../../records/values/value.ts';
import type { RequestContext } from '../context/request-context.ts';

const partsOf = ({ handle, surname, givenName, patronymic }: PersonName): string[] =>
  [handle, surname, givenName, patronymic].filter((part) => part !== undefined);

/** The title of an article or a provision in the language that was asked for. */
const titleOf = ({ title }: { title: Title }, { language }: { language: Language }): string =>
  titleIn(title, language);

/** Fields computed from values; the types have the same names in every agency's subgraph. */
export function valueResolvers({
  agency,
  criminalCode,
  foreignCodes,
}: AgencyDefinition): Resolvers<RequestContext> {
  /** An article that a list no longer has still shows its number. */
  const articleOf = (code: string) => {
    const listed: Partial<Article> = findArticle(criminalCode, code) ?? {
      title: { be: 'Больш не ў пераліку', ru: 'Больше не в перечне', en: 'No longer listed' },
    };
    return { confirmed: false, ...listed, code, agency };
  };
  const counterparts = ({ article: code }: Offence) => {
    const article = findArticle(criminalCode, code);
    if (!article) return [];
    return Object.entries(foreignCodes).flatMap(([foreign, list]) =>
      counterpartsOf(article, list).map((found) => ({
        ...found,
        article: { ...found.article, agency: foreign },
      })),
    );
  };
  return {
    PersonName: {
      full: (name: PersonName) => partsOf(name).join(' '),
      mixedScript: (name: PersonName) => partsOf(name).some(isMixedScript),
    },
    Birth: { precision: (birth: Birth) => precisionOf(birth.date) },
    Article: { title: titleOf },
    Provision: { title: titleOf },
    Counterpart: {
      note: ({ note }: { note: Title }, { language }: { language: Language }) => titleIn(note, language),
    },
    Offence: {
      precision: (offence: Offence) => precisionOf(offence.committedOn),
      article: ({ article }: Offence) => articleOf(article),
      counterparts,
    },
    Provenance: { retainUntil: ({ retainUntil }: Provenance) => dayOf(retainUntil) },
  };
}
