import { type InformationClass, informationClasses } from '../../../../terms/enums.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { Counts } from './finding-of.ts';

/**
 * Makes something of a record once, by the classes that count of it: its score, its agreement and what finds it all want the same.
 * Only the record that was asked last is remembered.
 */
export function onceARecord<Made extends object>(
  make: (record: DossierPart, counts: Counts) => Made,
  classes: readonly InformationClass[] = informationClasses,
): (record: DossierPart, counts: Counts) => Made {
  let last: DossierPart | undefined;
  const made = new Map<string, Made>();
  return (record, counts) => {
    if (record !== last) made.clear();
    last = record;
    const counting = classes.filter(counts).join();
    const known = made.get(counting) ?? make(record, counts);
    made.set(counting, known);
    return known;
  };
}
