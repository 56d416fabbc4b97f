import { z } from 'zod';
import { groupRanks } from '../../../../terms/enums.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputValue } from './value.ts';
import { listKind, type ValueOfKind } from './value-kind.ts';

/** Memberships of groups, each of which is a record of its own. */
export const memberships = listKind({
  class: 'CASE',
  most: 20,
  input: inputValue({ group: z.string().max(40), rank: z.enum(groupRanks) }),
  texts: noFreeTexts,
});

export type Membership = ValueOfKind<typeof memberships>;
