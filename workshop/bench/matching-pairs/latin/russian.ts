import { IOTATED, type Step, transliteration } from './steps.ts';

const CONSONANTS = 'б b в v г g д d ж zh з z к k л l м m н n п p р r с s т t ф f х kh ц ts ч ch ш sh щ shch';

/** Passports since 2014: ICAO Doc 9303, part 3, section 6. */
export const russianIcao = transliteration(
  [],
  `${CONSONANTS} а a е e ё e и i й i о o у u ъ ie ы y ь - э e ю iu я ia`,
);

const YE: Step = [new RegExp(`${IOTATED}е`, 'g'), 'ye'];

/** Passports from 1997 (order of the Ministry of the Interior No. 310): English sounds, x for кс, y for ий and ый. */
export const russian1997 = transliteration(
  [[/кс/g, 'x'], [/(?:ий|ый)$/g, 'y'], YE, [/(?<=[жшщч])ё/g, 'e']],
  `${CONSONANTS} а a е e ё yo и i й y о o у u ъ - ы y ь - э e ю yu я ya`,
);

/** The romanization of maps and newspapers (BGN/PCGN 1947), its marks left out as keyboards leave them out. */
export const russianBgn = transliteration(
  [YE],
  `${CONSONANTS} а a е e ё yo и i й y о o у u ъ - ы y ь - э e ю yu я ya`,
);

/** Belarusian passports before 2008: from the Russian spelling, e never iotated, i for й. */
export const belarusianViaRussian = transliteration(
  [
    [/(?:ий)$/g, 'i'],
    [/(?:ый)$/g, 'y'],
  ],
  `${CONSONANTS} а a е e ё e и i й i о o у u ъ - ы y ь - э e ю yu я ya`,
);
