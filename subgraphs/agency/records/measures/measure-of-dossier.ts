import type { DossierPart } from '../dossier/dossier-part.ts';
import type { Measure } from '../values/measures.ts';

/** A measure with the dossier that it is a value of, by which its comparison is found, and on which it is decided who reads that. */
export type MeasureOfDossier = Measure & { dossier: DossierPart };

export const ofDossier = (dossier: DossierPart, measures: readonly Measure[]): MeasureOfDossier[] =>
  measures.map((measure) => ({ ...measure, dossier }));
