import { z } from 'zod';
import { nameKinds, nameScripts } from '../../../../terms/enums.ts';
import { inputText, inputValue, oneOf, optionalText, type StoredValue } from './value.ts';

export const nameInput = inputValue({
  kind: z.enum(nameKinds),
  script: z.enum(nameScripts),
  handle: inputText().optional().describe('For HANDLE, and then the only part.'),
  surname: inputText().optional(),
  givenName: inputText().optional(),
  patronymic: inputText().optional().describe('Absent means not recorded, never that the person has none.'),
})
  .refine((name) => (name.kind === 'HANDLE') === (name.handle !== undefined), {
    path: ['handle'],
    message: 'must be given for HANDLE, and only for it',
  })
  .refine((name) => name.kind === 'HANDLE' || name.surname !== undefined || name.givenName !== undefined, {
    path: ['surname'],
    message: 'surname or given name must be given',
  });

export type PersonName = StoredValue<z.infer<typeof nameInput>>;

export const storedName = {
  kind: oneOf(nameKinds),
  script: oneOf(nameScripts),
  handle: optionalText,
  surname: optionalText,
  givenName: optionalText,
  patronymic: optionalText,
};
