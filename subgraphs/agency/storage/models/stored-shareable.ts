import { Schema } from 'mongoose';
import type { Shareable } from '../../records/dossier/shareable.ts';
import { optionalText, requiredText } from './stored-in.ts';

const part = { _id: false, id: false, strict: 'throw' } as const;

const proposal = {
  proposedBy: requiredText,
  proposedAt: { type: Date, required: true },
  reason: requiredText,
};

/** The form in which it is stored in its dossier. */
export const storedShareable = new Schema<Shareable>(
  {
    proposal: new Schema(proposal, part),
    decided: new Schema(
      {
        ...proposal,
        countersignedBy: requiredText,
        countersignedAt: { type: Date, required: true },
        neutrality: optionalText,
      },
      part,
    ),
  },
  part,
);
