import { z } from 'zod';
import { sexes } from '../../../../terms/enums.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputValue } from './value.ts';
import { singleKind, type ValueOfKind } from './value-kind.ts';

export const sex = singleKind({
  class: 'IDENTITY',
  input: inputValue({ sex: z.enum(sexes) }),
  texts: noFreeTexts,
  tellsPersonApart: true,
});

export type RecordedSex = ValueOfKind<typeof sex>;
