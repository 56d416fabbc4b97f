import type {
  AnswerHandling,
  DecidedClass,
  RefusalGround,
  RequestAnswerKind,
} from '../../../../terms/enums.ts';
import { releaseIdOf } from '../../../../terms/release-id.ts';
import { readReason } from '../checks/read-text.ts';
import { type ReleaseRules, readRelease } from '../dossier/releases/read-release.ts';
import { listProblems, type Problem, refuse } from '../problem.ts';
import { newValueId } from '../random-id.ts';
import type { RequestAnswer } from './information-request.ts';
import type { AnswerTerms, RequestContents, WithheldClass } from './request-record.ts';

/** An answer as its officer gives it. */
export interface GivenAnswer {
  kind: RequestAnswerKind;
  classes?: readonly DecidedClass[] | null;
  withheld?: readonly WithheldClass[] | null;
  ground?: RefusalGround | null;
  until?: string | null;
  handling: AnswerHandling;
  remark?: string | null;
}

const missing = (path: string, kind: RequestAnswerKind): Problem[] =>
  refuse('MISSING', `must be given with ${kind}`, path).problems;
const superfluous = (path: string, kind: RequestAnswerKind): Problem[] =>
  refuse('INCONSISTENT', `must be left out with ${kind}`, path).problems;

/** Problems of the parts that go with the kind of the answer, and of those that do not. */
function partProblems(given: GivenAnswer, { half }: RequestContents): Problem[] {
  const { kind, classes, withheld, ground, until } = given;
  const isRelease = kind === 'GRANTED' || kind === 'PARTIAL';
  const problems: Problem[] = [];
  if (kind === 'REFUSED' && ground == null) problems.push(...missing('ground', kind));
  if (kind !== 'REFUSED' && ground != null) problems.push(...superfluous('ground', kind));
  if (isRelease && until == null) problems.push(...missing('until', kind));
  if (!isRelease && until != null) problems.push(...superfluous('until', kind));
  if (kind === 'PARTIAL' && !classes?.length) problems.push(...missing('classes', kind));
  if (kind !== 'PARTIAL' && classes != null) problems.push(...superfluous('classes', kind));
  if (kind !== 'PARTIAL' && withheld != null) problems.push(...superfluous('withheld', kind));
  if (kind === 'PARTIAL') {
    const closed = half.classes.filter((column) => !classes?.includes(column));
    const named = (withheld ?? []).map((each) => each.class);
    if (closed.some((column) => !named.includes(column)) || named.length !== closed.length) {
      const message =
        'must give the ground of each class that was asked for and is not released, and of no other';
      problems.push(...refuse('INCONSISTENT', message, 'withheld').problems);
    }
  }
  return problems;
}

/** Checks an answer against its request, the agency's policy and its clock; all problems at once. */
export function proposedAnswer(
  given: GivenAnswer,
  request: RequestContents,
  {
    owner,
    rules,
    now,
  }: { owner: Parameters<typeof readRelease>[1]['owner']; rules: ReleaseRules; now: Date },
): { answer: RequestAnswer; terms: AnswerTerms } | { problems: Problem[] } {
  const { kind, ground, until, handling, withheld } = given;
  const { half, content, dossier } = request;
  const remark = given.remark == null ? undefined : readReason(given.remark, 'remark');
  const problems = partProblems(given, request);
  if (remark && 'problems' in remark) problems.push(...remark.problems);
  if (handling === 'H3' && !remark)
    problems.push(...refuse('MISSING', 'must be given with H3', 'remark').problems);
  const isRelease = kind === 'GRANTED' || kind === 'PARTIAL';
  const classes = kind === 'GRANTED' ? [...half.classes] : [...new Set(given.classes ?? [])];
  if (isRelease && until != null) {
    const terms = {
      to: half.asker,
      classes,
      purposes: [content.purpose],
      case: content.case,
      until,
      reason: 'answer',
    };
    const read = readRelease(terms, { owner, rules, now });
    // They are told at once with the others, wherever they are found first.
    if ('problems' in read && classes.length > 0) problems.push(...read.problems);
  }
  if (problems.length > 0 || (remark && 'problems' in remark)) return { problems: listProblems(problems) };
  const terms: AnswerTerms = {
    handling,
    ...(remark && { remark: remark.text }),
    ...(withheld && { withheld: withheld.map((each) => ({ class: each.class, ground: each.ground })) }),
    ...(until != null && { until: new Date(until) }),
  };
  if (kind === 'GRANTED' || kind === 'PARTIAL') {
    const release = releaseIdOf({ dossier: dossier ?? '', release: newValueId() });
    return { answer: { kind, classes, release }, terms };
  }
  if (kind === 'REFUSED') return { answer: { kind, ground: ground ?? 'INCOMPLETE' }, terms };
  return { answer: { kind }, terms };
}
