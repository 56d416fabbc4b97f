import { z } from 'zod';
import { sexes } from '../../../../terms/enums.ts';
import {
  inputCountry,
  inputPartialDate,
  inputText,
  inputValue,
  oneOf,
  optionalText,
  requiredText,
  type StoredValue,
  storedPartialDate,
} from './value.ts';

export const birthInput = inputValue({ date: inputPartialDate });
export type Birth = StoredValue<z.infer<typeof birthInput>>;
export const storedBirth = { date: storedPartialDate };

export const sexInput = inputValue({ sex: z.enum(sexes) });
export type RecordedSex = StoredValue<z.infer<typeof sexInput>>;
export const storedSex = { sex: oneOf(sexes) };

export const birthPlaceInput = inputValue({ country: inputCountry, place: inputText().optional() });
export type BirthPlace = StoredValue<z.infer<typeof birthPlaceInput>>;
export const storedBirthPlace = { country: requiredText, place: optionalText };

export const citizenshipInput = inputValue({ country: inputCountry });
export type Citizenship = StoredValue<z.infer<typeof citizenshipInput>>;
export const storedCitizenship = { country: requiredText };
