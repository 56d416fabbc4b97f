import type { IndicatorKind } from '../../../../terms/enums.ts';

/** An identifier that a dossier holds of an offender, as it is compared with those of other agencies. It follows from the dossier. */
export interface SightingRecord {
  /** The dossier, and the indicator that the identifier is. */
  _id: string;
  dossier: string;
  /** Names the identifier: equal ones of this agency have equal names. */
  indicator: string;
  kind: IndicatorKind;
  /** In the form in which it is compared; emptied once the dossier holds it no more. */
  value: string;
  cases: string[];
  /** The officer who recorded it, until its indicator knows of it; nobody where an import or retention wrote it. */
  by?: string;
  /** The time at which it was recorded. */
  at: Date;
  /** It came with an import: those of officers go first. */
  isImported: boolean;
  /** Its indicator does not know of it yet: it is new or has changed, or the dossier holds it no more. */
  change?: 'HELD' | 'GONE';
}
