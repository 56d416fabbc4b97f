import { IOTATED, type Step, transliteration } from './steps.ts';

/**
 * Belarusian passports since 2008 (instruction of the Ministry of the Interior, 9 October 2008, No. 288): from the
 * Belarusian spelling. Doubled ц and final ый are written as passports have them: Tatsiana, Dzmitry.
 */
const PASSPORT: readonly Step[] = [
  [/цц/g, 'ts'],
  [/ый$/g, 'y'],
  [new RegExp(`${IOTATED}е`, 'g'), 'ye'],
  [new RegExp(`${IOTATED}ё`, 'g'), 'yo'],
  [new RegExp(`${IOTATED}ю`, 'g'), 'yu'],
  [new RegExp(`${IOTATED}я`, 'g'), 'ya'],
];

export const belarusianPassport = transliteration(
  PASSPORT,
  `а a б b в v г h д d е e ё io ж zh з z і i й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh
  ы y ь - э e ю iu я ia ' -`,
);
