import type { Agency } from '../../../../terms/agencies.ts';
import type { AlertMeans, DismissalReason, IndicatorKind } from '../../../../terms/enums.ts';

/** An officer's step. One officer may take all those on an alert: it opens nothing by itself. */
interface OfficerStep {
  by: string;
  at: Date;
}

/**
 * An alert: both agencies hold the same identifier, told to the officers of one case. Each agency has alerts of its own; neither
 * learns how many the other has, of which case, nor what was thought of them.
 */
export interface Alert {
  id: string;
  /** The agency that holds the same. */
  other: Agency;
  kind: IndicatorKind;
  /** The case of this agency whose officers are told. */
  case: string;
  /** The time at which the two tokens were found equal, on this agency's clock. */
  since: Date;
  acknowledged?: OfficerStep;
  /** An officer has made something of it, which is named by its id. */
  acted?: OfficerStep & { means: AlertMeans; named: string };
  /** It came to nothing. The reason stays at home. */
  dismissed?: OfficerStep & { reason: DismissalReason };
  /** An officer says that so many hold the identifier that it tells nobody apart; it is withdrawn once a second one agrees. */
  widelyShared?: OfficerStep & { agreed?: OfficerStep };
  /** The identifier was erased, contested or taken back at one of the two agencies. */
  withdrawn?: { at: Date; by: 'OWN' | 'OTHER' };
  /** The other agency has ended its own alert, in whatever way. */
  endedThereAt?: Date;
}
