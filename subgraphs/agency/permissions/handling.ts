import type { Agency } from '../../../terms/agencies.ts';
import type { DecidedClass } from '../../../terms/enums.ts';
import type { Restriction } from './by-record.ts';

/** A restriction under which what was answered may be used; the answer carries one for each coordinate, code and remark. */
export interface Handling extends Restriction {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  coordinate: string;
  class: DecidedClass;
  owner: Agency;
  /** The dossiers whose field it is about. */
  records: string[];
}

/** Collects the restrictions of the fields that one request has answered. */
export interface Handled {
  note(field: Pick<Handling, 'coordinate' | 'class'>, restriction: Restriction, dossier: string): void;
  told(): Handling[];
}

export function handledOf(owner: Agency): Handled {
  const noted = new Map<string, { handling: Omit<Handling, 'records'>; dossiers: Set<string> }>();
  return {
    note(field, restriction, dossier) {
      const key = `${field.coordinate} ${restriction.handling} ${restriction.remark ?? ''}`;
      const known = noted.get(key);
      if (known) known.dossiers.add(dossier);
      else noted.set(key, { handling: { ...field, owner, ...restriction }, dossiers: new Set([dossier]) });
    },
    // In an order that is not that in which the database happened to answer.
    told: () =>
      [...noted]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { handling, dossiers }]) => ({ ...handling, records: [...dossiers].sort() })),
  };
}
