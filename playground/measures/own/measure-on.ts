/** A dossier and its version as a step names them, and the measure where it is there already. */
export interface StepOn {
  dossier: string;
  version: number;
  measure?: string | undefined;
}

/** A measure that is there, as a step names it. */
export type MeasureOn = StepOn & { measure: string };
