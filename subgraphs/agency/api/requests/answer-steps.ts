import { callerError } from '../../../../server/errors.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { DecidedRequest } from '../../actions/write-request.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { grantAnswer } from '../../records/dossier/releases/release-steps.ts';
import type { Author } from '../../records/dossier/step.ts';
import { proposedAnswer } from '../../records/requests/proposed-answer.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { isAnswerOn, releaseOfAnswer } from '../../records/requests/release-of-answer.ts';
import { requestDeadline } from '../../records/requests/request-deadline.ts';
import { answering, type Decide, type Decided, demandReadingOf, type Target } from './step-of-half.ts';
import { workOn } from './work-on.ts';

/** The refusal of an outsider who would take back what was decided: done in the last minute, it would leave no time to decide again. */
const takenBackOutside = () =>
  callerError(
    'FORBIDDEN',
    '`decideAnswer` takes back an answer that was decided, which only officers of a case of its dossier do: ask one of them.',
  );

/** An officer proposes an answer. */
export const answerProposed =
  ({ agency, policy }: AgencyDefinition): Decide<Target & Parameters<typeof proposedAnswer>[0]> =>
  (request, { by, at }, input, dossier, context) => {
    const read = proposedAnswer(input, request, {
      owner: agency,
      rules: releaseRulesOf(policy),
      now: at,
    });
    const accepted = request.half.side === 'ANSWERER' && request.half.accepted;
    if (accepted)
      demandReadingOf(
        dossier,
        'answer' in read && 'classes' in read.answer ? read.answer.classes : [],
        context,
      );
    if ('problems' in read) return read;
    const words = { ...request.words, terms: read.terms };
    return answering(request, { kind: 'PROPOSE', by, at, answer: read.answer }, words);
  };

/** The decision with the release that it creates; where it waits for the deadline, only tried, as it will be then. */
function withRelease(
  decided: DecidedRequest,
  author: Author,
  dossier: DossierRecord | null,
  provisions: AgencyDefinition['provisions'],
): Decided {
  const { contents } = decided;
  const { half } = contents;
  const ends = half.end ?? { kind: 'GRANTED' as const, at: requestDeadline(half) ?? author.at };
  const decision = half.side === 'ANSWERER' ? half.decision : undefined;
  const release = releaseOfAnswer({
    ...contents,
    half: { ...half, end: { ...ends, ...(decision && { answer: decision.answer }) } },
  });
  if (!dossier || !isDossierId(dossier._id) || !release) return refusedStep('NOT_FOUND');
  if (!decision || !isAnswerOn(decision.answer, dossier)) return refusedStep('NOT_FOUND');
  const granted = grantAnswer(dossier, author, release, {
    neutrality: contents.words.neutrality,
    provisions,
  });
  if ('problems' in granted) return granted;
  if (!('step' in granted)) return refusedStep('NOT_FOUND');
  return half.end ? { ...decided, onDossier: { dossier, step: granted.step } } : decided;
}

/** A second officer grants or turns down the answer that is proposed. */
export const answerDecided =
  ({ provisions }: AgencyDefinition): Decide<Target & { approves: boolean; neutrality?: string | null }> =>
  async (request, author, { approves, neutrality: given }, dossier, context) => {
    const { by, at } = author;
    const answer = request.half.side === 'ANSWERER' ? request.half.proposal?.answer : undefined;
    if (answer && 'classes' in answer) demandReadingOf(dossier, answer.classes, context);
    const text = given == null ? undefined : readReason(given, 'neutrality');
    if (text && 'problems' in text) return text;
    // A statement belongs to the officer who signs with it. It does not outlive a refusal.
    const { neutrality: _earlier, ...words } = request.words;
    const signed = { ...words, ...(approves && text && { neutrality: text.text }) };
    const { accepted = undefined, decision = undefined } =
      request.half.side === 'ANSWERER' ? request.half : {};
    // An answer on the form alone is given before any look-up, alike whatever there is.
    const work = accepted ? await workOn(request, context) : 'ALL';
    if (!approves && decision && work === 'NONE') throw takenBackOutside();
    const event = { kind: 'DECIDE', by, at, approves, isOutside: work !== 'ALL' } as const;
    const decided = answering(request, event, signed);
    if ('problems' in decided || !approves || !answer || !('classes' in answer)) return decided;
    return withRelease(decided, author, dossier, provisions);
  };
