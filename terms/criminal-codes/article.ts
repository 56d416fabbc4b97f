import type { Title } from '../titles/title.ts';

/**
 * Subjects of the articles of the agencies' criminal codes: the rows of the crosswalk between them. Two articles of one
 * conduct are comparable, never equivalent in law.
 */
export const conducts = [
  'FRAUD',
  'THEFT_BY_COMPUTER',
  'EXTORTION',
  'UNLAWFUL_ACCESS',
  'DATA_INTERFERENCE',
  'DATA_TAKING',
  'MALWARE',
  'OPERATING_RULES',
  'MEANS_OF_PAYMENT',
  'GSM_GATEWAY',
  'LAUNDERING',
  'ORGANISED_GROUP',
] as const;
export type Conduct = (typeof conducts)[number];

/**
 * One article that may be recorded as a ground. An agency's list is closed: it holds articles on cybercrime and on what
 * serves it, so that speech, assembly, religion or politics cannot be a reason for a dossier.
 */
export interface Article {
  /** The number as the code has it, with part and point where only they are meant: `159.3`, `158(3)(g)`. */
  code: string;
  /** The conduct that it punishes, for orientation; the code's own wording governs. */
  title: Title;
  /** The conduct it is mainly recorded for. */
  conduct: Conduct;
  /** Conducts that it punishes besides, which another code may have articles of their own for. */
  alsoConducts?: readonly Conduct[];
  /** Full years of age on the day of the offence. */
  minimumAge: 14 | 16;
  /** First day in force, `YYYY-MM-DD`. */
  validFrom: string;
  /** Last day in force; absent while it is. */
  validTo?: string;
  /** True if number and conduct were compared with a published text of the code; otherwise check them before use. */
  confirmed: boolean;
}

export const findArticle = (articles: readonly Article[], code: string): Article | undefined =>
  articles.find((article) => article.code === code);
