import { createHash } from 'node:crypto';
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

/** Tells one value of a measure from its others, also once the value itself is forgotten. It says nothing of two measures. */
export const keyOfValue = (measure: string, { kind, value }: MeasuredValue): string =>
  createHash('sha256').update(`${measure} ${kind} ${value}`).digest('base64url').slice(0, 22);
