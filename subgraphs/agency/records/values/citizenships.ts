import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputCountry, inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

export const citizenships = listKind({
  class: 'IDENTITY',
  most: 10,
  input: inputValue({ country: inputCountry }),
  texts: noFreeTexts,
});

export type Citizenship = ValueOfKind<typeof citizenships>;
