import { Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { answerHandlings, decidedClasses, purposes } from '../../../../terms/enums.ts';
import type { Release } from '../../records/dossier/release.ts';
import { oneOf, optionalText, partOptions, requiredText } from './stored-in.ts';

/** Stored form of a release, in its dossier. */
export const storedRelease = new Schema<Release>(
  {
    id: { type: String, required: true },
    to: oneOf(agencyNames),
    classes: [oneOf(decidedClasses)],
    purposes: [oneOf(purposes)],
    case: { type: String },
    from: { type: Date, required: true },
    until: { type: Date, required: true },
    reason: requiredText,
    proposedBy: requiredText,
    proposedAt: { type: Date, required: true },
    grantedBy: optionalText,
    grantedAt: Date,
    recalledBy: optionalText,
    recalledAt: Date,
    recallReason: optionalText,
    handling: { type: String, enum: answerHandlings.filter((handling) => handling !== 'H0') },
    handlingRemark: optionalText,
    operation: String,
    isHeld: Boolean,
    endUntold: Date,
  },
  partOptions,
);
