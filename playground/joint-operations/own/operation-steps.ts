import { actions } from '../../../terms/actions.ts';
import type { LegalBasis } from '../../../terms/enums.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { hasOneOf } from '../../desk/has-one-of.ts';
import type { StepInputs } from '../../generated/operations.ts';
import type { Acted } from '../../step/acted.ts';
import type { StepName } from '../../step/step-operation.ts';
import type { OwnOperation } from '../../wire/operation-of.ts';
import type { OperationHalf } from './own-operations.ts';

/** A step on the releases that members draft for an operation. */
export type ReleaseStep = Extract<StepName, `${string}OperationRelease${string}`>;

/** A step on a joint operation that is there, other than one on its releases. */
export type OperationStep = Exclude<
  Extract<StepName, `${string}Operation${string}`>,
  ReleaseStep | 'proposeOperation'
>;

/** An operation as far as its steps depend on it. */
export type Steppable = Pick<
  OperationHalf,
  'agency' | 'state' | 'offer' | 'draft' | 'waits' | 'endsAt' | 'lead' | 'members' | 'isSuspendedHere'
> & {
  measures: readonly unknown[];
  evaluation: unknown;
};

/** Steps that stay possible while the officer who leads the operation here is suspended. */
const withoutLead: readonly OperationStep[] = ['nameOperationMembers', 'suspendOperation', 'endOperation'];

/** True while the officer who leads the operation here is suspended. */
export const isLeadSuspended = ({ lead, members }: Pick<OperationHalf, 'lead' | 'members'>): boolean =>
  members.some(({ officer, isSuspended }) => officer === lead && isSuspended);

/** The steps on an offer that is under discussion. */
function stepsOnOffer({ agency, offer, draft, lead }: Steppable): OperationStep[] {
  if (draft) return ['countersignOperation', ...(lead === null ? [] : ['nameOperationMembers' as const])];
  const answers: OperationStep[] =
    offer?.by === agency
      ? ['acceptOperation', 'sendBackOperation', 'declineOperation']
      : ['declineOperation'];
  return [...(offer ? answers : []), ...(lead === null ? [] : ['nameOperationMembers' as const])];
}

/** The steps on an operation that both agencies have agreed on and that is not over. */
function stepsOnAgreed({ state, draft, measures, isSuspendedHere }: Steppable): OperationStep[] {
  return [
    ...(draft ? ['countersignOperation' as const] : []),
    ...(state === 'SUSPENDED' ? ['resumeOperation' as const] : []),
    'addOperationMeasure',
    ...(measures.length > 0 ? ['removeOperationMeasure' as const] : []),
    'nameOperationMembers',
    'addOperationResult',
    ...(draft ? [] : ['renewOperation' as const]),
    ...(isSuspendedHere ? [] : ['suspendOperation' as const]),
    'endOperation',
  ];
}

/** The steps that an operation takes next from an officer of this agency, whatever their role. */
function stepsOn(half: Steppable): OperationStep[] {
  const { state, draft, evaluation } = half;
  const signing: OperationStep[] = draft ? ['countersignOperation'] : [];
  switch (state) {
    case 'PROPOSED':
      return stepsOnOffer(half);
    case 'AGREED':
    case 'ACTIVE':
    case 'SUSPENDED':
      return stepsOnAgreed(half);
    case 'ENDED':
      return evaluation === null ? [...signing, 'evaluateOperation', 'addOperationResult'] : signing;
    case 'EVALUATED':
      return signing;
    default:
      return [];
  }
}

/** The step that the waiting list names, which comes before others. */
const stepOfWaiting: Readonly<Record<string, OperationStep>> = {
  OPERATION_TO_COUNTERSIGN: 'countersignOperation',
  OPERATION_TO_ANSWER: 'acceptOperation',
  OPERATION_TO_RENEW: 'renewOperation',
  OPERATION_TO_RESUME: 'resumeOperation',
  OPERATION_TO_EVALUATE: 'evaluateOperation',
};

/** True for an operation on which no step is left but its evaluation. */
export const isOver = ({ state }: Pick<OperationHalf, 'state'>): boolean =>
  state === 'DECLINED' || state === 'LAPSED' || state === 'ENDED' || state === 'EVALUATED';

/** The steps that the page offers an officer on an operation: the one that waits comes first. */
export function operationStepsOpen(half: Steppable, viewer: Pick<Viewer, 'roles'>): OperationStep[] {
  const first = half.waits === null ? undefined : stepOfWaiting[half.waits];
  const barred = isLeadSuspended(half) && !isOver(half);
  const open = stepsOn(half).filter(
    (step) => hasOneOf(viewer, actions[step]) && (!barred || withoutLead.includes(step)),
  );
  return [...open.filter((step) => step === first), ...open.filter((step) => step !== first)];
}

/**
 * True where the agency has refused to note that it wants to go on. The API does not tell whether it has said so already, so that the step is offered until
 * then; whatever changes the operation gives it another version, of which nothing was refused yet.
 */
export const isResumeRefused = (
  { chosen, acted }: { state: string; chosen?: { step: StepName; operation: OwnOperation }; acted?: Acted },
  { version }: Pick<OperationHalf, 'version'>,
): boolean => {
  if (chosen?.step !== 'resumeOperation' || acted?.state !== 'refused') return false;
  const { input } = chosen.operation.variables as { input: StepInputs['resumeOperation'] };
  return input.version === version && acted.problems.some(({ code }) => code === 'WRONG_STATE');
};

/** True where the step waits for another supervisor, because this officer wrote it. */
export const isOwnDraft = (
  { draft }: Pick<OperationHalf, 'draft'>,
  { subject }: Pick<Viewer, 'subject'>,
): boolean => draft?.by === subject;

/** Steps that stay within the agency, or that stop something, and so need no agreement between states. */
const withoutAgreement: readonly (OperationStep | ReleaseStep)[] = [
  'declineOperation',
  'removeOperationMeasure',
  'dropOperationRelease',
  'suspendOperation',
  'endOperation',
];

/** True for a step that the agency refuses under a legal basis that does not count abroad. */
export const needsAgreement = (
  step: OperationStep | ReleaseStep | 'proposeOperation',
  legalBasis: LegalBasis | undefined,
): boolean => legalBasis === 'NATIONAL_LAW' && !withoutAgreement.some((each) => each === step);
