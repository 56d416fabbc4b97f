import type { MeasurePlace } from '../../desk/address.ts';

/** The ways that lead from an operation to other records. */
export interface Ways {
  onOpen: (dossier: string) => void;
  onRequest: (id: string) => void;
  onAlert: (id: string) => void;
  onMeasure: (place: MeasurePlace) => void;
}
