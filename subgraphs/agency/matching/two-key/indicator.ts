import type { IndicatorKind } from '../../../../terms/enums.ts';

/** An identifier in the one form that both agencies have of it, whichever way it was written. */
export interface Indicator {
  kind: IndicatorKind;
  value: string;
}
