import validator from 'validator';
import { z } from 'zod';
import { caseForm } from './mandate.ts';

/** The form of a scalar of the API. */
export interface ScalarForm {
  /** The form in words, after "must be"; an error says it, and repeats nothing of what was given. */
  form: string;
  /** True for a text of the form. */
  fits(text: string): boolean;
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;
const months = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
const cases = new RegExp(caseForm);

/** The scalars of the API by their names in the SDL. Each is a text on the wire, and is never changed on its way. */
export const scalarForms = {
  DateTime: {
    form: 'a moment with its offset, such as 2026-11-25T09:30:00Z (RFC 3339)',
    fits: (text) => z.iso.datetime({ offset: true }).safeParse(text).success && /T\d\d:\d\d:\d\d/.test(text),
  },
  Date: { form: 'a day of the calendar, YYYY-MM-DD, such as 2026-11-25', fits: isDay },
  PartialDate: {
    form: 'YYYY, YYYY-MM or a day of the calendar, YYYY-MM-DD, as far as it is known',
    fits: (text) => months.test(text) || isDay(text),
  },
  Decimal: {
    form: 'a decimal number as text, such as "1200.50", with at most 15 digits before the point and 9 after it',
    fits: (text) => /^-?\d{1,15}(\.\d{1,9})?$/.test(text),
  },
  // The library takes small letters too, which records are never compared in.
  CountryCode: {
    form: 'a country code of two capital letters, such as BY (ISO 3166-1 alpha-2)',
    fits: (text) => /^[A-Z]{2}$/.test(text) && validator.isISO31661Alpha2(text),
  },
  CurrencyCode: {
    form: 'a currency code of three capital letters, such as BYN (ISO 4217)',
    fits: (text) => /^[A-Z]{3}$/.test(text) && validator.isISO4217(text),
  },
  // Which of them there are is a matter of each country, and of the records.
  RegionCode: {
    form: 'a region in ISO 3166-2, such as BY-HM',
    fits: (text) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text),
  },
  CaseNumber: { form: 'a case number such as BY-2026-000001', fits: (text) => cases.test(text) },
  Cursor: {
    form: 'a cursor of an earlier page, unchanged',
    fits: (text) => /^[\w.-]{1,2000}$/.test(text),
  },
} as const satisfies Record<string, ScalarForm>;
