import { type Comparability, comparabilities } from '../enums.ts';
import type { Article, Conduct } from './article.ts';

interface Row {
  conduct: Conduct;
  comparability: Comparability;
  /** The difference between the codes. "Not confirmed" is to be compared with the codes' text before use. */
  note: string;
  /** For a code without an article of the conduct: the conducts as complicity in which it is recorded. */
  complicityIn?: readonly Conduct[];
}

export const crosswalk: readonly Row[] = [
  {
    conduct: 'FRAUD',
    comparability: 'PARTIAL',
    note: 'One article in Belarus; Russia has fraud with electronic means of payment apart (159.3).',
  },
  {
    conduct: 'THEFT_BY_COMPUTER',
    comparability: 'PARTIAL',
    note: 'Belarus punishes theft by modifying information; Russia theft from an account (158(3)(g), not confirmed) and computer fraud (159.6).',
  },
  {
    conduct: 'EXTORTION',
    comparability: 'PARTIAL',
    note: 'Ransomware is recorded with an article on data or malware beside it: 350 in Belarus, 272 or 273 in Russia. Russia’s 163 is not confirmed.',
  },
  {
    conduct: 'UNLAWFUL_ACCESS',
    comparability: 'PARTIAL',
    note: 'Belarus needs a breach of protection; Russia needs information destroyed, blocked, modified or copied.',
  },
  {
    conduct: 'DATA_INTERFERENCE',
    comparability: 'PARTIAL',
    note: 'Belarus has an article of its own (350, not confirmed); in Russia it is a result of unlawful access (272), or an attack on critical infrastructure (274.1).',
  },
  {
    conduct: 'DATA_TAKING',
    comparability: 'PARTIAL',
    note: 'In Russia it is copying after unlawful access (272), or dealing in personal data (272.1, not confirmed).',
  },
  { conduct: 'MALWARE', comparability: 'SAME', note: 'Belarus’s 354 is not confirmed.' },
  { conduct: 'OPERATING_RULES', comparability: 'SAME', note: 'Neither article is confirmed.' },
  {
    conduct: 'MEANS_OF_PAYMENT',
    comparability: 'PARTIAL',
    note: 'Russia has parts on those who lend or deal in accounts since 5 July 2025; Belarus has one article.',
  },
  {
    conduct: 'GSM_GATEWAY',
    comparability: 'NONE',
    note: 'Russia has articles of its own since 1 September 2025; Belarus has none and records complicity in fraud or theft (not confirmed).',
    complicityIn: ['FRAUD', 'THEFT_BY_COMPUTER'],
  },
  { conduct: 'LAUNDERING', comparability: 'PARTIAL', note: 'None of these articles is confirmed.' },
  { conduct: 'ORGANISED_GROUP', comparability: 'PARTIAL', note: 'Neither article is confirmed.' },
];

/** An article of another code, and what it has to do with the one that was asked about. */
export interface Counterpart {
  article: Article;
  comparability: Comparability;
  note: string;
}

const conductsOf = ({ conduct, alsoConducts = [] }: Article): readonly Conduct[] => [
  conduct,
  ...alsoConducts,
];

function counterpartsIn(row: Row, foreignCode: readonly Article[]): Counterpart[] {
  const { comparability, note, complicityIn = [] } = row;
  const ofConduct = foreignCode.filter((article) => conductsOf(article).includes(row.conduct));
  if (ofConduct.length > 0) return ofConduct.map((article) => ({ article, comparability, note }));
  const ofComplicity = foreignCode.filter(({ conduct }) => complicityIn.includes(conduct));
  return ofComplicity.map((article) => ({ article, comparability: 'NONE', note }));
}

/** The articles of another code that an article can be compared with, each once with its closest row, in that code's order. */
export function counterpartsOf(article: Article, foreignCode: readonly Article[]): Counterpart[] {
  const rows = crosswalk.filter(({ conduct }) => conductsOf(article).includes(conduct));
  const found = rows.flatMap((row) => counterpartsIn(row, foreignCode));
  const closeness = ({ comparability }: Counterpart) => comparabilities.indexOf(comparability);
  return foreignCode.flatMap((foreign) => {
    const [closest] = found
      .filter((counterpart) => counterpart.article === foreign)
      .sort((one, other) => closeness(one) - closeness(other));
    return closest ? [closest] : [];
  });
}
