import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputPartialDate, inputValue } from './value.ts';
import { singleKind, type ValueOfKind } from './value-kind.ts';

/** The date of birth. That the person can have committed what they are held for is checked of the dossier as a whole. */
export const birth = singleKind({
  class: 'IDENTITY',
  input: inputValue({ date: inputPartialDate }),
  texts: noFreeTexts,
  tellsPersonApart: true,
});

export type Birth = ValueOfKind<typeof birth>;
