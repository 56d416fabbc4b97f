import { Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import {
  evidenceKinds,
  evidenceOutcomes,
  linkDecisions,
  linkVerdicts,
  matchBands,
} from '../../../../terms/enums.ts';
import type { Link } from '../../records/dossier/link.ts';
import { oneOf, partOptions, requiredText } from './stored-in.ts';

const evidence = {
  type: new Schema(
    {
      band: { type: String, enum: matchBands },
      kinds: [new Schema({ kind: oneOf(evidenceKinds), outcome: oneOf(evidenceOutcomes) }, partOptions)],
      version: Number,
      comparedAt: Date,
    },
    partOptions,
  ),
  required: true,
};

const proposal = {
  decision: oneOf(linkVerdicts),
  reason: requiredText,
  evidence,
  proposedBy: requiredText,
  proposedAt: { type: Date, required: true },
};

const decision = { decision: oneOf(linkDecisions), decidedAt: Date };

const told = {
  type: new Schema({ ...decision, number: Number, isInReview: Boolean }, partOptions),
  required: true,
};
const own = {
  type: new Schema(
    {
      ...decision,
      grounds: new Schema({ ...proposal, countersignedBy: requiredText }, partOptions),
      proposal: new Schema(
        { ...proposal, needsReview: Boolean, changedBy: { type: [String], default: undefined } },
        partOptions,
      ),
    },
    partOptions,
  ),
  required: true,
};

/** Stored form of a link, in the dossier that it belongs to. */
export const storedLink = new Schema<Link>(
  {
    agency: oneOf(agencyNames),
    dossier: String,
    // Absent, not empty, where there is none: as they are in the type, and in the index over them.
    references: { type: [String], default: undefined },
    knownAs: { type: [String], default: undefined },
    isKnownById: Boolean,
    own,
    told,
    lapsesAt: Date,
    ended: String,
  },
  partOptions,
);
