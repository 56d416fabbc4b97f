import { z } from 'zod';
import { roleKinds } from '../../../../terms/enums.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

export const roles = listKind({
  class: 'CASE',
  most: 20,
  input: inputValue({
    kind: z.enum(roleKinds),
    coerced: z.boolean().optional().describe('Only of MONEY_MULE.'),
  }).refine((role) => role.kind === 'MONEY_MULE' || role.coerced === undefined, {
    path: ['coerced'],
    message: 'is for MONEY_MULE only',
  }),
  texts: noFreeTexts,
});

export type CriminalRole = ValueOfKind<typeof roles>;
