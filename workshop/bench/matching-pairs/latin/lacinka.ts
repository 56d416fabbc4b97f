import { IOTATED, type Step, transliteration } from './steps.ts';

/**
 * Belarusian in Latin letters of its own (Łacinka; also the instruction on place names of 2000, revised 2007): marks on
 * letters, i for softness, l before a soft sound.
 */
const STEPS: readonly Step[] = [
  [new RegExp(`${IOTATED}е`, 'g'), 'je'],
  [new RegExp(`${IOTATED}ё`, 'g'), 'jo'],
  [new RegExp(`${IOTATED}ю`, 'g'), 'ju'],
  [new RegExp(`${IOTATED}я`, 'g'), 'ja'],
  [/л(?=л?[іеёюяь])/g, 'l'],
  [/(?<=l)е/g, 'e'],
  [/(?<=l)ё/g, 'o'],
  [/(?<=l)ю/g, 'u'],
  [/(?<=l)я/g, 'a'],
  [/сь/g, 'ś'],
  [/зь/g, 'ź'],
  [/нь/g, 'ń'],
  [/ць/g, 'ć'],
];

export const lacinka = transliteration(
  STEPS,
  `а a б b в v г h д d е ie ё io ж ž з z і i й j к k л ł м m н n о o п p р r с s т t у u ў ŭ ф f х ch ц c ч č ш š ы y
  ь - э e ю iu я ia ' -`,
);

const BARE: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L' };

/** The same, on a keyboard that has no marks: Staskievic, Scerba. */
export const lacinkaWithoutMarks = (name: string): string =>
  lacinka(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, (letter) => BARE[letter] ?? letter);

/** The romanization of maps (BGN/PCGN 1979), from the Belarusian spelling. */
export const belarusianBgn = transliteration(
  [[new RegExp(`${IOTATED}е`, 'g'), 'ye']],
  `а a б b в v г h д d е ye ё yo ж zh з z і i й y к k л l м m н n о o п p р r с s т t у u ў w ф f х kh ц ts ч ch ш sh
  ы y ь ’ э e ю yu я ya ' ”`,
);
