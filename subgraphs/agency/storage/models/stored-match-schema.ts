import { Schema } from 'mongoose';
import { mostTokens } from '../../matching/tokens.ts';
import type { StoredMatch } from '../../records/dossier/stored-match.ts';
import { partOptions, requiredText } from './stored-in.ts';

const areTokens = (tokens: readonly number[]): boolean =>
  tokens.length <= mostTokens.indexed && tokens.every((token) => Number.isSafeInteger(token) && token >= 0);

/** The form in which it is stored in its dossier. */
export const storedMatch = new Schema<StoredMatch>(
  {
    key: requiredText,
    nodes: String,
    tokens: { type: [Number], validate: areTokens },
    unsigned: { type: [Number], default: undefined, validate: areTokens },
  },
  partOptions,
);
