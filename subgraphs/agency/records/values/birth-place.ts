import { always, freeTexts } from '../formats/text/free-text.ts';
import { inputCountry, inputText, inputValue } from './value.ts';
import { singleKind, type ValueOfKind } from './value-kind.ts';

export const birthPlace = singleKind({
  class: 'IDENTITY',
  input: inputValue({ country: inputCountry, place: inputText().optional() }),
  texts: ({ place }) => freeTexts(always, place),
  tellsPersonApart: true,
});

export type BirthPlace = ValueOfKind<typeof birthPlace>;
