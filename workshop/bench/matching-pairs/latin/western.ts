import { IOTATED, type Step, transliteration } from './steps.ts';

const VOWEL = '[аеёиоуыэюя]';

/** Soviet passports and the emigration to France: u is ou, ch is ш, a final n gets an e to be heard. */
const FRENCH: readonly Step[] = [
  [/г(?=[еи])/g, 'gu'],
  [new RegExp(`(?<=${VOWEL})с(?=${VOWEL})`, 'g'), 'ss'],
  [/(?:ий|ый)$/g, 'y'],
  [/ин$/g, 'ine'],
];

const FRENCH_LETTERS = `а a б b в v г g д d е e ё io ж j з z и i й i к k л l м m н n о o п p р r с s т t у ou ф f х kh
  ц ts ч tch ш ch щ chtch ъ - ы y ь - э e ю iou я ia`;

export const frenchName = transliteration(FRENCH, FRENCH_LETTERS);

/** Only a surname's в is written off: Petroff, but Lev. */
export const frenchSurname = transliteration([[/(?<=[оеё])в$/g, 'ff'], ...FRENCH], FRENCH_LETTERS);

/** Duden's transcription. */
export const german = transliteration(
  [
    [new RegExp(`(?<=${VOWEL})с(?=${VOWEL})`, 'g'), 'ss'],
    [/ий$/g, 'i'],
    [/ый$/g, 'y'],
    [new RegExp(`${IOTATED}е`, 'g'), 'je'],
    [/(?<=[жшщч])ё/g, 'o'],
  ],
  `а a б b в w г g д d е e ё jo ж sch з s и i й i к k л l м m н n о o п p р r с s т t у u ф f х ch ц z ч tsch ш sch
  щ schtsch ъ - ы y ь - э e ю ju я ja`,
);
