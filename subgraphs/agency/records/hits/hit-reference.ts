import { type Agency, agencies, agencyNames, othersThan, ownerOf } from '../../../../terms/agencies.ts';
import { randomId } from '../random-id.ts';

/** The first part of an agency's references, as of its groups' ids: `RUH-`. */
const partOf = (agency: Agency): string => `${agencies[agency].idPrefix}H-`;

/**
 * A hit's reference: `H` and 20 random characters. Where there are more than two agencies it begins with its owner's part, such as
 * `RUH-…`; between two it needs none, and those of that time have none.
 */
export const referenceForm = new RegExp(`^(H|${agencyNames.map(partOf).join('|')})[0-9A-HJKMNP-TV-Z]{20}$`);

export function newReference(dossier: string): string {
  const owner = ownerOf(dossier);
  return `${owner && othersThan(owner).length > 1 ? partOf(owner) : 'H'}${randomId(20)}`;
}

/** The agency that gave a reference to officers of another one; undefined where it could be one of several. */
export function ownerOfReference(reference: string, reader: Agency): Agency | undefined {
  const named = agencyNames.find((agency) => reference.startsWith(partOf(agency)));
  const [other, ...others] = othersThan(reader);
  return named ?? (others.length === 0 ? other : undefined);
}
