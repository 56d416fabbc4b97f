import type { IndicatorKind } from '../../../../../terms/enums.ts';

/** A kind of what measures are compared by: an identifier, or two dossiers of one person. */
export type MeasuredKind = IndicatorKind | 'LINK';

/** Something that a measure is about, in the one form that both agencies have of it. */
export interface MeasuredValue {
  kind: MeasuredKind;
  value: string;
}

/** The same in one week, which is what two agencies compare: equal values of two weeks have nothing in common. */
export interface WeekElement extends MeasuredValue {
  /** Such as `2026-W53`. */
  week: string;
}
