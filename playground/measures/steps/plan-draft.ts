import type { LegalBasis, MeasureKind, SourceReliability } from '../../../terms/enums.ts';
import { isTargetOf, needsTarget } from '../../../terms/measure-targets.ts';
import type { PlanMeasureInput } from '../../generated/operations.ts';
import { firstDays, isAmong, isDay, lastDays } from '../calendar/measure-day.ts';
import type { StepOn } from '../own/measure-on.ts';
import type { ShownMeasure } from '../own/own-measures.ts';
import type { Provision } from '../own/provision.ts';
import { isGone, type Target, type Targets } from './targets.ts';

/** A plan of a measure as far as its form is filled in. */
export interface PlanDraft {
  kind: MeasureKind | '';
  /** The id of a value of the dossier; empty for the person. */
  target: string;
  /** As a form has days: `2026-12-24`, or nothing. */
  from: string;
  until: string;
  region: string;
  /** The citation of a provision. */
  ground: string;
  reliability: SourceReliability;
  accuracy: Accuracy;
  legalBasis: LegalBasis;
  retainUntil: string;
}

export const accuracies = ['1', '2', '3', '4'] as const;
export type Accuracy = (typeof accuracies)[number];

export type PlanPart = 'kind' | 'target' | 'from' | 'until' | 'ground' | 'retainUntil';

/** The provisions in force that are a ground for such a measure. */
export const groundsOf = (kind: MeasureKind | '', provisions: readonly Provision[]): Provision[] =>
  provisions.filter(({ measures, validTo }) => validTo === null && measures.some((each) => each === kind));

/**
 * A form in which what is planned already is filled in; a new plan begins as the agency's own knowledge, which nobody doubts.
 * @param legalBasis of the mandate
 */
export function newPlan(measure: ShownMeasure | undefined, legalBasis: LegalBasis | undefined): PlanDraft {
  const { sourceReliability = 'A', informationAccuracy = 1, retainUntil = '' } = measure?.provenance ?? {};
  return {
    kind: measure && measure.kind !== 'OTHER' ? measure.kind : '',
    target: measure?.target ?? '',
    from: measure?.window?.from ?? '',
    until: measure?.window?.until ?? '',
    region: measure?.region ?? '',
    ground: measure?.ground ?? '',
    reliability: sourceReliability,
    accuracy: accuracies[informationAccuracy - 1] ?? '4',
    legalBasis: measure?.provenance?.legalBasis ?? legalBasis ?? 'NATIONAL_LAW',
    retainUntil,
  };
}

/** The plan of another kind: its target and ground stay where they fit. */
export function ofKind(
  draft: PlanDraft,
  kind: MeasureKind | '',
  { targets, provisions }: { targets: readonly Target[]; provisions: readonly Provision[] },
): PlanDraft {
  const target = targets.find(({ id }) => id === draft.target);
  const grounds = groundsOf(kind, provisions).map(({ citation }) => citation);
  const [only = ''] = grounds.length === 1 ? grounds : [];
  return {
    ...draft,
    kind,
    target: kind !== '' && target && isTargetOf(kind, target) ? draft.target : '',
    ground: grounds.includes(draft.ground) ? draft.ground : only,
  };
}

/** The plan without a target that the dossier has no more: the agency knows none of that id. */
export const withoutGone = (draft: PlanDraft, known: Targets | undefined): PlanDraft =>
  draft.target !== '' && isGone(draft.target, known) ? { ...draft, target: '' } : draft;

/** The plan with another first day: the last one is the first where it would come before it, or too late after it. */
export function fromDay(draft: PlanDraft, from: string): PlanDraft {
  const fits = isDay(from) && isDay(draft.until) && isAmong(draft.until, lastDays(from));
  return { ...draft, from, until: fits ? draft.until : from };
}

/** The parts that must be filled in, or corrected, before it can be planned; the agency judges the rest. */
export function missingInPlan(draft: PlanDraft, provisions: readonly Provision[], today: string): PlanPart[] {
  const { kind, target, from, until, ground, retainUntil } = draft;
  const missing: PlanPart[] = [];
  if (kind === '') missing.push('kind');
  if (kind !== '' && needsTarget(kind) && target === '') missing.push('target');
  const isFrom = isDay(from) && isAmong(from, firstDays(today));
  if (!isFrom) missing.push('from');
  if (!isDay(until) || (isFrom && !isAmong(until, lastDays(from)))) missing.push('until');
  // An older measure may have words for a ground, which a plan has not.
  if (!groundsOf(kind, provisions).some(({ citation }) => citation === ground)) missing.push('ground');
  if (retainUntil !== '' && (!isDay(retainUntil) || retainUntil <= today)) missing.push('retainUntil');
  return missing;
}

/** A filled form as it is sent. */
export function planInput({ dossier, version, measure }: StepOn, draft: PlanDraft): PlanMeasureInput {
  const { kind, target, from, until, region, ground, reliability, accuracy, legalBasis, retainUntil } = draft;
  if (kind === '') throw new Error('a plan without a kind is not sent');
  return {
    dossier,
    version,
    ...(measure !== undefined && { measure }),
    plan: {
      kind,
      ...(target !== '' && { target }),
      window: { from, until },
      ...(region !== '' && { region }),
      ground,
      provenance: {
        sourceReliability: reliability,
        informationAccuracy: Number(accuracy),
        legalBasis,
        ...(retainUntil !== '' && { retainUntil }),
      },
    },
  };
}
