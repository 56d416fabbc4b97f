import { z } from 'zod';
import { type Checksum, checksums, documentKinds } from '../../../../terms/enums.ts';
import { inputCountry, inputText, inputValue, oneOf, requiredText, type StoredValue } from './value.ts';

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
