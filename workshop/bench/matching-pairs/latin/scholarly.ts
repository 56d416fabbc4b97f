import { transliteration } from './steps.ts';

/** One letter for one letter, as libraries and scholars write; marks and signs stay. */
const SCHOLARLY = `а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p р r с s т t у u ф f ц c ч č ш š
  щ šč ъ ʺ ы y ь ʹ ю ju я ja`;

/** ISO/R 9:1968, as the library catalogues of Europe have it. */
export const iso1968 = transliteration([], `${SCHOLARLY} х ch э ė`);

/** The scientific transliteration of Slavists. */
export const scientific = transliteration([], `${SCHOLARLY} х x э è`);

/** ISO 9:1995 and GOST 7.79 A: a letter for each letter, whatever its language. */
const LETTER_FOR_LETTER = `а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х h
  ц c ч č ш š щ ŝ ъ ʺ ы y ь ʹ э è ю û я â і ì ў ŭ ' -`;
export const iso1995 = transliteration([], LETTER_FOR_LETTER);

/** GOST 7.79 B, in letters of a typewriter. */
export const gost779b = transliteration(
  [[/ц(?=[еийы])/g, 'c']],
  `а a б b в v г g д d е e ё yo ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х x ц cz ч ch ш sh
  щ shh ъ \`\` ы y\` ь \` э e\` ю yu я ya`,
);

/** ALA-LC: ties over what stands for one letter. */
export const alaLc = transliteration(
  [],
  `а a б b в v г g д d е e ё ë ж zh з z и i й ĭ к k л l м m н n о o п p р r с s т t у u ф f х kh ц t\u0361s ч ch
  ш sh щ shch ъ ʺ ы y ь ʹ э ė ю i\u0361u я i\u0361a`,
);

/** Chats: one key for a letter where one is found. */
export const chat = transliteration(
  [],
  `а a б b в v г g д d е e ё e ж j з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч ch ш sh щ sc
  ъ - ы y ь - э e ю iu я ia`,
);
