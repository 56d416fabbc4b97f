import { z } from 'zod';
import { inputText, inputValue } from '../dossiers/values/value.ts';
import { groupKinds } from './record.ts';

/** A group as an officer gives it. */
export const groupInput = inputValue({ kind: z.enum(groupKinds), name: inputText() });
