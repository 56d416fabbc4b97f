import { latinOfBelarusian, latinOfRussian } from './transliteration.ts';

/** One name, as the two states write it: each in its own languages and in the Latin letters of its passports. */
export interface Forms {
  belarusian: string;
  russian: string;
  latinBelarusian: string;
  latinRussian: string;
}

/** A name that has a man's and a woman's form: a surname or a patronymic. */
export interface GenderedForms {
  MALE: Forms;
  FEMALE: Forms;
}

export const formsOf = (belarusian: string, russian: string): Forms => ({
  belarusian,
  russian,
  latinBelarusian: latinOfBelarusian(belarusian),
  latinRussian: latinOfRussian(russian),
});

export const sameForBoth = (belarusian: string, russian: string): GenderedForms => {
  const forms = formsOf(belarusian, russian);
  return { MALE: forms, FEMALE: forms };
};
