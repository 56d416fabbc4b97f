import { z } from 'zod';
import { inputCountry, inputText, inputValue, oneOf, requiredText, type StoredValue } from './value.ts';

export const documentKinds = [
  'PERSONAL_NUMBER',
  'PASSPORT',
  'TRAVEL_PASSPORT',
  'TAX_NUMBER',
  'INSURANCE_NUMBER',
  'OTHER',
] as const;

/** Whether a number's own check digits agree; NONE where it has none. A failed one is kept: real sources hold wrong numbers. */
export const checksums = ['PASSED', 'FAILED', 'NONE'] as const;
export type Checksum = (typeof checksums)[number];

export const documentInput = inputValue({
  kind: z.enum(documentKinds),
  issuer: inputCountry,
  number: inputText(40),
});

/** The checksum is worked out when the value is recorded. */
export type IdentityDocument = StoredValue<z.infer<typeof documentInput>> & { checksum: Checksum };

export const storedDocument = {
  kind: oneOf(documentKinds),
  issuer: requiredText,
  number: requiredText,
  checksum: oneOf(checksums),
};
