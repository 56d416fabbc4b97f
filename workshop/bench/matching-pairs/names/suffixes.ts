import { type Sex, type Spelling, spelling } from './spelling.ts';

/**
 * Suffixes of surnames by how a woman's form is made, Russian before the stroke. A Russian suffix stands with several
 * Belarusian ones where stress or a hardened consonant decides: Макаров/Макараў but Петров/Пятроў.
 */
const FAMILIES = {
  possessive: `ов/аў ов/оў ев/еў ев/аў ёв/ёў ёв/оў ьёв/ёў ьёв/'ёў ин/ін ин/ын ицын/іцын ков/коў ьков/ькоў цов/цоў
    аков/акоў яков/якоў`,
  adjective: `ский/скі кий/кі ецкий/ецкі ицкий/іцкі инский/інскі овский/оўскі евский/еўскі явский/яўскі ой/ы ый/ы
    ий/і`,
  unchanged: `/ ь/ь ь/ а/а ица/іца енко/енка енко/анка енко/энка ко/ка ько/ька ук/ук юк/юк чук/чук ьчук/ьчук йчук/йчук
    ович/овіч евич/евіч евич/эвіч ич/іч ик/ік ик/ык чик/чык йчик/йчык ак/ак як/як ёнок/ёнак`,
} as const;

type Family = keyof typeof FAMILIES;

const familyOf = new Map<string, Family>(
  (Object.keys(FAMILIES) as Family[]).flatMap((family) =>
    FAMILIES[family].split(/\s+/).map((suffix): [string, Family] => [suffix, family]),
  ),
);

function feminine(suffix: Spelling, family: Family): Spelling {
  switch (family) {
    case 'possessive':
      return { ru: `${suffix.ru}а`, be: `${suffix.be.replace(/ў$/, 'в')}а` };
    case 'adjective':
      return { ru: suffix.ru.replace(/..$/, 'ая'), be: suffix.be.replace(/.$/, 'ая') };
    case 'unchanged':
      return suffix;
  }
}

/** A suffix's masculine and feminine forms; refuses a suffix of no family, so that a slip in a table is noticed. */
export function suffixForms(text: string): Record<Sex, Spelling> {
  const family = familyOf.get(text);
  if (family === undefined) throw new Error(`no family of surnames has the suffix ${text}`);
  const male = spelling(text);
  return { male, female: feminine(male, family) };
}
