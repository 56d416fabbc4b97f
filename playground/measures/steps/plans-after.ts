import type { StepName } from '../../step/step-operation.ts';
import type { PlanDraft } from './plan-draft.ts';

/** A plan in its form: as the form began, and as it is filled in. */
export interface FilledPlan {
  begun: PlanDraft;
  draft: PlanDraft;
}

export const beginWith = (plan: PlanDraft): FilledPlan => ({ begun: plan, draft: plan });

const isSame = (one: PlanDraft, other: PlanDraft): boolean =>
  (Object.keys(one) as (keyof PlanDraft)[]).every((part) => one[part] === other[part]);

/** True where a form began with another plan than the one that is read now. */
export const isOutdated = ({ begun }: FilledPlan, read: PlanDraft): boolean => !isSame(begun, read);

/** The form once the plan was read again. One in which nothing was typed, or what is planned now, begins anew; another keeps what was typed. */
export function readAgain(form: FilledPlan, read: PlanDraft): FilledPlan {
  const { begun, draft } = form;
  return isSame(draft, begun) || isSame(draft, read) ? beginWith(read) : form;
}

/** The number of plans that the officer has made, after a step that was taken. What others plan does not count. */
export const plansAfter = (plans: number, step: StepName): number =>
  step === 'planMeasure' ? plans + 1 : plans;
