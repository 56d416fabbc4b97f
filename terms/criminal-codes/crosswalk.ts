import { type Comparability, comparabilities } from '../enums.ts';
import type { Title } from '../titles/title.ts';
import type { Article, Conduct } from './article.ts';

interface Row {
  conduct: Conduct;
  comparability: Comparability;
  /** The difference between the codes. "Not confirmed" is to be compared with the codes' text before use. */
  note: Title;
  /** For a code without an article of the conduct: the conducts as complicity in which it is recorded. */
  complicityIn?: readonly Conduct[];
}

export const crosswalk: readonly Row[] = [
  {
    conduct: 'FRAUD',
    comparability: 'PARTIAL',
    note: {
      be: 'У Беларусі адзін артыкул; у Расіі махлярства з электроннымі сродкамі плацяжу асобна (159.3).',
      ru: 'В Беларуси одна статья; в России мошенничество с электронными средствами платежа отдельно (159.3).',
      en: 'One article in Belarus; Russia has fraud with electronic means of payment apart (159.3).',
    },
  },
  {
    conduct: 'THEFT_BY_COMPUTER',
    comparability: 'PARTIAL',
    note: {
      be: 'Беларусь карае крадзеж шляхам мадыфікацыі інфармацыі; Расія — крадзеж з рахунку (158(3)(г), не пацверджана) і камп’ютарнае махлярства (159.6).',
      ru: 'Беларусь карает хищение путём модификации информации; Россия — кражу со счёта (158(3)(г), не подтверждено) и компьютерное мошенничество (159.6).',
      en: 'Belarus punishes theft by modifying information; Russia theft from an account (158(3)(g), not confirmed) and computer fraud (159.6).',
    },
  },
  {
    conduct: 'EXTORTION',
    comparability: 'PARTIAL',
    note: {
      be: 'Вымагальніцкія праграмы запісваюцца разам з артыкулам аб даных або шкодных праграмах: 350 у Беларусі, 272 або 273 у Расіі. Расійскі 163 не пацверджаны.',
      ru: 'Программы-вымогатели записываются вместе со статьёй о данных или вредоносных программах: 350 в Беларуси, 272 или 273 в России. Российская 163 не подтверждена.',
      en: 'Ransomware is recorded with an article on data or malware beside it: 350 in Belarus, 272 or 273 in Russia. Russia’s 163 is not confirmed.',
    },
  },
  {
    conduct: 'UNLAWFUL_ACCESS',
    comparability: 'PARTIAL',
    note: {
      be: 'У Беларусі патрэбна парушэнне аховы; у Расіі — знішчэнне, блакіраванне, мадыфікацыя або капіраванне інфармацыі.',
      ru: 'В Беларуси нужно нарушение защиты; в России — уничтожение, блокирование, модификация или копирование информации.',
      en: 'Belarus needs a breach of protection; Russia needs information destroyed, blocked, modified or copied.',
    },
  },
  {
    conduct: 'DATA_INTERFERENCE',
    comparability: 'PARTIAL',
    note: {
      be: 'У Беларусі ёсць асобны артыкул (350, не пацверджаны); у Расіі гэта вынік неправамернага доступу (272) або атака на крытычную інфраструктуру (274.1).',
      ru: 'В Беларуси есть отдельная статья (350, не подтверждена); в России это следствие неправомерного доступа (272) или атака на критическую инфраструктуру (274.1).',
      en: 'Belarus has an article of its own (350, not confirmed); in Russia it is a result of unlawful access (272), or an attack on critical infrastructure (274.1).',
    },
  },
  {
    conduct: 'DATA_TAKING',
    comparability: 'PARTIAL',
    note: {
      be: 'У Расіі гэта капіраванне пасля неправамернага доступу (272) або абарот персанальных даных (272.1, не пацверджаны).',
      ru: 'В России это копирование после неправомерного доступа (272) или оборот персональных данных (272.1, не подтверждена).',
      en: 'In Russia it is copying after unlawful access (272), or dealing in personal data (272.1, not confirmed).',
    },
  },
  {
    conduct: 'MALWARE',
    comparability: 'SAME',
    note: {
      be: 'Беларускі 354 не пацверджаны.',
      ru: 'Белорусская 354 не подтверждена.',
      en: 'Belarus’s 354 is not confirmed.',
    },
  },
  {
    conduct: 'OPERATING_RULES',
    comparability: 'SAME',
    note: {
      be: 'Ніводны з двух артыкулаў не пацверджаны.',
      ru: 'Ни одна из двух статей не подтверждена.',
      en: 'Neither article is confirmed.',
    },
  },
  {
    conduct: 'MEANS_OF_PAYMENT',
    comparability: 'PARTIAL',
    note: {
      be: 'У Расіі з 5 ліпеня 2025 года ёсць часткі аб тых, хто перадае рахункі або гандлюе імі; у Беларусі адзін артыкул.',
      ru: 'В России с 5 июля 2025 года есть части о тех, кто передаёт счета или торгует ими; в Беларуси одна статья.',
      en: 'Russia has parts on those who lend or deal in accounts since 5 July 2025; Belarus has one article.',
    },
  },
  {
    conduct: 'GSM_GATEWAY',
    comparability: 'NONE',
    note: {
      be: 'У Расіі з 1 верасня 2025 года ёсць асобныя артыкулы; у Беларусі іх няма, і запісваецца саўдзел у махлярстве або крадзяжы (не пацверджана).',
      ru: 'В России с 1 сентября 2025 года есть отдельные статьи; в Беларуси их нет, и записывается соучастие в мошенничестве или хищении (не подтверждено).',
      en: 'Russia has articles of its own since 1 September 2025; Belarus has none and records complicity in fraud or theft (not confirmed).',
    },
    complicityIn: ['FRAUD', 'THEFT_BY_COMPUTER'],
  },
  {
    conduct: 'LAUNDERING',
    comparability: 'PARTIAL',
    note: {
      be: 'Ніводны з гэтых артыкулаў не пацверджаны.',
      ru: 'Ни одна из этих статей не подтверждена.',
      en: 'None of these articles is confirmed.',
    },
  },
  {
    conduct: 'ORGANISED_GROUP',
    comparability: 'PARTIAL',
    note: {
      be: 'Ніводны з двух артыкулаў не пацверджаны.',
      ru: 'Ни одна из двух статей не подтверждена.',
      en: 'Neither article is confirmed.',
    },
  },
];

/** An article of another code, and what it has to do with the one that was asked about. */
export interface Counterpart {
  article: Article;
  comparability: Comparability;
  note: Title;
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
