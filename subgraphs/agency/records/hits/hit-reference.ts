import { type Agency, agencies, agencyNames, othersThan, ownerOf } from '../../../../terms/agencies.ts';
import { randomId } from '../random-id.ts';

/** The first part of an agency's references, as of its groups' ids: `RUH-`. */
const partOf = (agency: Agency): string => `${agencies[agency].idPrefix}H-`;

/**
 * A hit's reference: its owner's part, such as `RUH-`, and 20 random characters. Those of before have `H` alone in its place, and are
 * good for as long as any.
 */
export const referenceForm = new RegExp(`^(H|${agencyNames.map(partOf).join('|')})[0-9A-HJKMNP-TV-Z]{20}$`);

/** @param dossier the one that it stands for, of which it says nothing but whose it is */
export function newReference(dossier: string): string {
  const owner = ownerOf(dossier);
  if (!owner) throw new Error('a hit is of no dossier');
  return `${partOf(owner)}${randomId(20)}`;
}

/** The agency that gave a reference to officers of another one; undefined where it could be one of several. */
export function ownerOfReference(reference: string, reader: Agency): Agency | undefined {
  const named = agencyNames.find((agency) => reference.startsWith(partOf(agency)));
  const [other, ...others] = othersThan(reader);
  return named ?? (others.length === 0 ? other : undefined);
}
