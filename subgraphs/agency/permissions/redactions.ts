import type { Agency } from '../../../identity/agencies.ts';
import type { InformationClass } from '../../../schema/access.ts';
import type { Reason } from './remedy.ts';

/** A receipt for what was withheld; the answer carries one for each coordinate, reason and class. */
export interface Redaction {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  coordinate: string;
  class: InformationClass;
  owner: Agency;
  reason: Reason;
  /** The dossiers whose field was withheld; null means all of this answer. */
  records: string[] | null;
  /** What the viewer can do. */
  remedy: string;
}

/** What one request has withheld because of its records. */
export interface Withheld {
  /** Every time that a field of a dossier is answered with null for a reason. */
  note(coordinate: string, informationClass: InformationClass, reason: Reason, dossier: string): void;
  receipts(): Redaction[];
}

interface Noted {
  coordinate: string;
  informationClass: InformationClass;
  reason: Reason;
  dossiers: Set<string>;
}

/** @param remedy what the viewer can do about a class that is withheld for a reason */
export function withheldOf(
  owner: Agency,
  remedy: (reason: Reason, informationClass: InformationClass) => string,
): Withheld {
  const noted = new Map<string, Noted>();
  return {
    note(coordinate, informationClass, reason, dossier) {
      // A change in a history has the class of what was changed, whatever its coordinate.
      const key = `${coordinate} ${reason} ${informationClass}`;
      const known = noted.get(key);
      if (known) known.dossiers.add(dossier);
      else noted.set(key, { coordinate, informationClass, reason, dossiers: new Set([dossier]) });
    },
    // In an order that is not that in which the database happened to answer.
    receipts: () =>
      [...noted]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { coordinate, informationClass, reason, dossiers }]) => ({
          coordinate,
          class: informationClass,
          owner,
          reason,
          records: [...dossiers].sort(),
          remedy: remedy(reason, informationClass),
        })),
  };
}
