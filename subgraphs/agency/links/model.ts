import { Schema } from 'mongoose';
import { agencyNames } from '../../../identity/agencies.ts';
import { oneOf, requiredText } from '../dossiers/values/value.ts';
import { type Link, linkDecisions } from './record.ts';

const part = { _id: false, strict: 'throw' } as const;

const decision = {
  type: new Schema({ decision: oneOf(linkDecisions), decidedAt: Date }, part),
  required: true,
};

/** How a link is stored in the dossier that it belongs to. */
export const storedLink = new Schema<Link>(
  { agency: oneOf(agencyNames), dossier: requiredText, own: decision, told: decision },
  part,
);
