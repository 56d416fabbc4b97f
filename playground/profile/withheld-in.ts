import type { Agency } from '../../terms/agencies.ts';
import { agencyOfType } from '../answer/place.ts';
import type { Receipt } from '../wire/answer.ts';
import type { Halves } from './halves.ts';
import { type ProfileField, profileFields } from './profile-fields.ts';

/** Fields of a half that are withheld for one reason, with one remedy. */
export interface WithheldGroup {
  receipt: Receipt;
  /** The agency whose half it is in. */
  agency: Agency;
  fields: ProfileField[];
}

/** The withheld fields of both halves, equal reasons with equal remedies together, in the order of the profile. */
export function withheldIn(halves: Halves): WithheldGroup[] {
  const groups = new Map<string, WithheldGroup>();
  for (const field of profileFields) {
    for (const half of Object.values(halves)) {
      const cell = half.state === 'dossier' ? half.cells[field] : undefined;
      if (cell?.state !== 'withheld') continue;
      for (const receipt of cell.receipts) {
        const key = `${receipt.owner} ${receipt.reason} ${receipt.remedy}`;
        const agency = agencyOfType(receipt.coordinate) ?? receipt.owner;
        const known = groups.get(key) ?? { receipt, agency, fields: [] };
        if (!known.fields.includes(field)) known.fields.push(field);
        groups.set(key, known);
      }
    }
  }
  return [...groups.values()];
}
