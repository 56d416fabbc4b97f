import { Schema } from 'mongoose';
import type { Shareable } from '../../records/dossier/shareable.ts';
import { optionalText, partOptions, requiredText } from './stored-in.ts';

const proposal = {
  proposedBy: requiredText,
  proposedAt: { type: Date, required: true },
  reason: requiredText,
};

/** The form in which it is stored in its dossier. */
export const storedShareable = new Schema<Shareable>(
  {
    proposal: new Schema(proposal, partOptions),
    decided: new Schema(
      {
        ...proposal,
        countersignedBy: requiredText,
        countersignedAt: { type: Date, required: true },
        neutrality: optionalText,
      },
      partOptions,
    ),
  },
  partOptions,
);
