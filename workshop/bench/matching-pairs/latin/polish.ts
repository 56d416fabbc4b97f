import { IOTATED, transliteration } from './steps.ts';

/** Polish transcription, of either spelling: ł before a hard vowel, i for softness, none where the letter has it. */
function polish(hardG: 'g' | 'h'): (name: string) => string {
  return transliteration(
    [
      [/(?:скі|ский)$/g, 'ski'],
      [/(?:цкі|цкий)$/g, 'cki'],
      [/(?:ий)$/g, 'ij'],
      [/(?<=[жшц])и/g, 'y'],
      [new RegExp(`${IOTATED}е`, 'g'), 'je'],
      [new RegExp(`${IOTATED}ё`, 'g'), 'jo'],
      [new RegExp(`${IOTATED}ю`, 'g'), 'ju'],
      [new RegExp(`${IOTATED}я`, 'g'), 'ja'],
      [/(?<=[лжшщчц])е/g, 'e'],
      [/(?<=[лжшщчц])ё/g, 'o'],
      [/(?<=[лжшщчц])ю/g, 'u'],
      [/(?<=[лжшщчц])я/g, 'a'],
      [/л(?=л?[иіьeoua])/g, 'l'],
    ],
    `а a б b в w г ${hardG} д d е ie ё io ж ż з z и i і i й j к k л ł м m н n о o п p р r с s т t у u ў u ф f х ch ц c
    ч cz ш sz щ szcz ъ - ы y ь - э e ю iu я ia ' -`,
  );
}

export const polishFromRussian = polish('g');
export const polishFromBelarusian = polish('h');
