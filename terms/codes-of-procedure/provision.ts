import type { MeasureKind } from '../enums.ts';
import type { Title } from '../titles/title.ts';

/**
 * One provision that a measure may stand on. An agency's list is closed, so that speech, assembly, religion or politics cannot be
 * written down as a reason for a search.
 */
export interface Provision {
  /** Its name and the text that is recorded with a measure: `Code of Criminal Procedure, Article 208`. It is never changed. */
  citation: string;
  /** Its subject, for orientation; the law's own wording governs. */
  title: Title;
  /** The kinds of measure that it can be a ground of. */
  measures: readonly MeasureKind[];
  /** First day in force, `YYYY-MM-DD`; absent where it is not known. */
  validFrom?: string;
  /** Last day in force; absent while it is. */
  validTo?: string;
  /** True if number and subject were compared with a published text of the law; otherwise to be checked before use. */
  confirmed: boolean;
}

export const findProvision = (provisions: readonly Provision[], citation: string): Provision | undefined =>
  provisions.find((provision) => provision.citation === citation);

/** Articles of one law as provisions, each cited as `<law>, Article <number>`. */
export const articlesOf = (
  law: string,
  common: Pick<Provision, 'validFrom'>,
  articles: readonly (Omit<Provision, 'citation'> & { article: string })[],
): Provision[] =>
  articles.map(({ article, ...provision }) => ({
    citation: `${law}, Article ${article}`,
    ...common,
    ...provision,
  }));
