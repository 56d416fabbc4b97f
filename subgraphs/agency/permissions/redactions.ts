import type { Action } from '../../../terms/actions.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { InformationClass, RedactionReason } from '../../../terms/enums.ts';
import type { Advice } from './advice.ts';

/** A receipt for what was withheld; the answer carries one for each coordinate, reason and class. */
export interface Redaction {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  coordinate: string;
  class: InformationClass;
  owner: Agency;
  reason: RedactionReason;
  /** The dossiers, or requests for information, whose field was withheld; null means all of this answer. */
  records: string[] | null;
  /** A sentence that says what the viewer can do. */
  remedy: string;
  /** The same as a code with what its sentence names. */
  advice: Advice;
}

/** A withheld field: for lack of its class, or of an action that it takes to read it. */
export interface WithheldField {
  coordinate: string;
  class: InformationClass;
  action?: Action;
}

/** Collects the fields that one request has withheld because of its records. */
export interface Withheld {
  /** Every time that a field of a dossier or request is answered without something for a reason; without a record, for all of the answer. */
  note(field: WithheldField, reason: RedactionReason, record?: string): void;
  receipts(): Redaction[];
}

interface Noted {
  field: WithheldField;
  reason: RedactionReason;
  /** Undefined where it is so whatever the dossier. */
  dossiers: Set<string> | undefined;
}

/** @param remedy what the viewer can do about a field that is withheld for a reason */
export function withheldOf(
  owner: Agency,
  remedy: (reason: RedactionReason, field: WithheldField) => Pick<Redaction, 'remedy' | 'advice'>,
): Withheld {
  const noted = new Map<string, Noted>();
  return {
    note(field, reason, dossier) {
      // A change in a history has the class of what was changed, whatever its coordinate.
      const key = `${field.coordinate} ${reason} ${field.class}`;
      const known = noted.get(key);
      // Of several actions that are wanting one is told, and always the same.
      if (known && (field.action ?? '') < (known.field.action ?? '')) known.field = field;
      if (dossier === undefined) noted.set(key, { field, reason, dossiers: undefined });
      else if (known) known.dossiers?.add(dossier);
      else noted.set(key, { field, reason, dossiers: new Set([dossier]) });
    },
    // In an order that is not that in which the database happened to answer.
    receipts: () =>
      [...noted]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { field, reason, dossiers }]) => ({
          coordinate: field.coordinate,
          class: field.class,
          owner,
          reason,
          records: dossiers ? [...dossiers].sort() : null,
          ...remedy(reason, field),
        })),
  };
}
