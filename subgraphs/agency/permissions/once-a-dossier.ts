import type { InformationClass } from '../../../terms/enums.ts';
import type { DossierPart } from '../records/dossier/dossier-part.ts';

type OfClass<Found> = (informationClass: InformationClass, dossier: DossierPart) => Found;

/**
 * Asks a dossier once of each class, however many of its fields have it. Only the dossier that was asked last is remembered: its fields
 * are answered one after another, and nothing of one request outlives it. A dossier that was read again, or changed, is another
 * object, and is asked anew.
 */
export function onceADossier<Found extends NonNullable<unknown>>(ask: OfClass<Found>): OfClass<Found> {
  let last: DossierPart | undefined;
  let found: Partial<Record<InformationClass, Found>> = {};
  return (informationClass, dossier) => {
    if (dossier !== last) {
      last = dossier;
      found = {};
    }
    found[informationClass] ??= ask(informationClass, dossier);
    return found[informationClass];
  };
}
