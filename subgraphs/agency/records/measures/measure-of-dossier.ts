import type { Measure } from '../values/measures.ts';

/** A measure with the dossier that it is a value of, by which its comparison is found. */
export type MeasureOfDossier = Measure & { dossier: string };

export const ofDossier = (dossier: string, measures: readonly Measure[]): MeasureOfDossier[] =>
  measures.map((measure) => ({ ...measure, dossier }));
