import type { AnswerHandling, DecidedClass, RefusalGround, RequestAnswerKind } from '../../../terms/enums.ts';
import type { ProposeAnswerInput } from '../../generated/operations.ts';
import type { RequestHalf } from '../half/own-requests.ts';
import { hasHappened } from './request-steps.ts';

/** An answer as far as its form is filled in. */
export interface AnswerDraft {
  kind: RequestAnswerKind;
  /** The dossier that it is about, where several hold what was asked about; empty for the one that the request is shown with. */
  dossier: string;
  /** For a release of a part: the ground of each class that is not released. */
  withheld: Readonly<Partial<Record<DecidedClass, RefusalGround>>>;
  ground: RefusalGround | '';
  /** The end of the release, as a form has it: local time, `2026-12-24T18:00`. */
  until: string;
  handling: AnswerHandling;
  remark: string;
}

export type AnswerPart = 'withheld' | 'ground' | 'until' | 'remark';

/** Grounds that can be seen from the request alone, and so come before its form was found in order. */
export const formalGrounds: readonly RefusalGround[] = [
  'INCOMPLETE',
  'NOT_NECESSARY',
  'OFFENCE_NOT_LISTED',
  'BELOW_ONE_YEAR',
];

type Judged = Pick<RequestHalf, 'events'>;

/** The kinds of answer that a request takes now: on its form alone until that was found in order. */
export const kindsOpen = (half: Judged): RequestAnswerKind[] =>
  hasHappened(half, 'ACCEPTED') ? ['GRANTED', 'PARTIAL', 'REFUSED', 'NO_DATA'] : ['REFUSED', 'IMPOSSIBLE'];

/** The grounds on which it can be refused now, out of all that there are. */
export const groundsOpen = (half: Judged, all: readonly RefusalGround[]): RefusalGround[] =>
  all.filter((ground) => formalGrounds.includes(ground) !== hasHappened(half, 'ACCEPTED'));

export const isRelease = ({ kind }: Pick<AnswerDraft, 'kind'>): boolean =>
  kind === 'GRANTED' || kind === 'PARTIAL';

export const newAnswer = (half: Judged): AnswerDraft => ({
  kind: kindsOpen(half)[0] ?? 'REFUSED',
  dossier: '',
  withheld: {},
  ground: '',
  until: '',
  handling: 'H0',
  remark: '',
});

/** The parts that must be filled in before it can be proposed. */
export function missingInAnswer(
  answer: AnswerDraft,
  { classes }: Pick<RequestHalf, 'classes'>,
): AnswerPart[] {
  const { kind, withheld, ground, until, handling, remark } = answer;
  const missing: AnswerPart[] = [];
  const closed = Object.keys(withheld).length;
  if (kind === 'PARTIAL' && (closed === 0 || closed === classes.length)) missing.push('withheld');
  if (kind === 'REFUSED' && ground === '') missing.push('ground');
  if (isRelease(answer) && until === '') missing.push('until');
  if (handling === 'H3' && remark.trim() === '') missing.push('remark');
  return missing;
}

/** A moment out of a form, as it is sent. */
export const sentMoment = (local: string): string => new Date(local).toISOString();

/** A filled answer as it is sent. */
export function answerInput(
  request: string,
  answer: AnswerDraft,
  { classes }: Pick<RequestHalf, 'classes'>,
): ProposeAnswerInput {
  const { kind, dossier, withheld, ground, until, handling, remark } = answer;
  const asked = classes as readonly DecidedClass[];
  return {
    request,
    kind,
    handling,
    ...(dossier !== '' && { dossier }),
    ...(kind === 'PARTIAL' && {
      classes: asked.filter((column) => withheld[column] === undefined),
      withheld: asked.flatMap((column) => {
        const why = withheld[column];
        return why === undefined ? [] : { class: column, ground: why };
      }),
    }),
    ...(kind === 'REFUSED' && ground !== '' && { ground }),
    ...(isRelease(answer) && until !== '' && { until: sentMoment(until) }),
    ...(remark.trim() !== '' && { remark: remark.trim() }),
  };
}
