import { z } from 'zod';
import { checksums, documentKinds } from '../../../../terms/enums.ts';
import { checkDocumentNumber } from '../formats/documents/check-document-number.ts';
import { freeTexts } from '../formats/text/free-text.ts';
import { isWordedNumber } from '../formats/text/looks-worded.ts';
import { inputCountry, inputIdentifier, inputText } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

/** Identity documents. One whose check digits disagree is kept, since real sources hold such. */
export const documents = listKind({
  class: 'IDENTITY',
  most: 50,
  input: inputIdentifier({ kind: z.enum(documentKinds), issuer: inputCountry, number: inputText(40) }),
  derived: { checksum: z.enum(checksums) },
  check({ provenance: _, ...document }) {
    const checked = checkDocumentNumber(document);
    return 'problems' in checked ? checked : { value: { ...document, ...checked.value } };
  },
  texts: ({ number }) => freeTexts(isWordedNumber, number),
  tellsPersonApart: true,
});

export type IdentityDocument = ValueOfKind<typeof documents>;
