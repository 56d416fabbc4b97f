import { createContext, useContext } from 'react';

/** The way to the measures of an own dossier, where one is planned too. */
export interface MeasuresOf {
  open: (dossier: string) => void;
  /** True for officers who plan measures; others look at them. */
  mayPlan: boolean;
}

/** Undefined for officers who read no measures. */
export const MeasuresOfContext = createContext<MeasuresOf | undefined>(undefined);

/** The way from a dossier to its measures. */
export const useMeasuresOf = (): MeasuresOf | undefined => useContext(MeasuresOfContext);
