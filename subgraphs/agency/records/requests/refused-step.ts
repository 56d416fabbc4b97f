import { dayLength } from '../../../../terms/days.ts';
import { type Problem, refuse } from '../problem.ts';
import { type ToldRefusal, takesAnother, wrongState } from '../told-refusal.ts';
import type { AnsweringRefusal } from './answering-event.ts';
import type { AskedRefusal } from './asked-transition.ts';
import { longestExtension } from './request-deadline.ts';

const wrong = (message: string): ToldRefusal => wrongState(message, 'request');

/** Says why a step on a request is not taken, and what to do. */
const told: Readonly<Record<AskedRefusal | AnsweringRefusal, ToldRefusal>> = {
  NOT_DRAFT: wrong('This request was authorised already.'),
  NOT_AUTHORISED: wrong('This request was not authorised: ask a supervisor.'),
  NOT_SENT: wrong('This request was not sent: have it authorised first.'),
  SAME_OFFICER: takesAnother('request'),
  ENDED: [
    'REQUEST_ENDED',
    'This request has come to its end: draft a new one if it is still needed.',
    'request',
  ],
  NOT_ENDED: wrong('This request has not come to its end.'),
  NOT_QUESTIONED: wrong('The other agency has put no question about this request.'),
  ALREADY_CLARIFIED: wrong('The question about this request was answered already.'),
  CLOSED: wrong('This request is closed already.'),
  OTHER_REQUEST: wrong('This is about another request.'),
  CONTRADICTS_RECEIPT: wrong('This contradicts a receipt.'),
  IN_THE_PAST: wrong('This lies in the past.'),
  NOT_ASKED: wrong('This was not asked for.'),
  ALREADY_ASSIGNED: wrong('This request is assigned to this officer already.'),
  CLARIFICATION_OPEN: wrong('A question about the form is open: wait for its answer.'),
  ALREADY_QUESTIONED: wrong('A question was put about this request already, and it takes one.'),
  ALREADY_ACCEPTED: wrong(
    'The form of this request was found in order: it takes no question and no answer about its form any more.',
  ),
  NOT_ACCEPTED: wrong('The form of this request was not found in order yet: accept it first.'),
  NOT_FOUND: wrong('There is no dossier on the subject that may be told of.'),
  NOT_HELD: wrong(
    'The other agency held neither a hit nor a link on the subject: its request ends at the deadline, and takes no later one.',
  ),
  ALREADY_EXTENDED: wrong('This request has a later date already, and takes one.'),
  NOT_LATER: ['OUT_OF_RANGE', 'must be after the deadline', 'until'],
  TOO_LATE: wrong(
    'The deadline of this request has passed: it takes neither a later date nor a step about its form any more, but to be accepted.',
  ),
  TOO_LONG: ['OUT_OF_RANGE', `must be within ${longestExtension / dayLength} days of the receipt`, 'until'],
  ALREADY_PROPOSED: [
    'ALREADY_PROPOSED',
    'An answer waits already: have a supervisor decide on it.',
    'request',
  ],
  NOT_PROPOSED: ['NOT_PROPOSED', 'No answer waits for a decision.', 'request'],
  ALREADY_DECIDED: [
    'ALREADY_DECIDED',
    'The answer was decided on already. Until it is told, another supervisor takes it back by `approves: false`.',
    'request',
  ],
  NO_WORDS: ['NOT_PROPOSED', 'No words wait for a second officer.', 'request'],
  CLASSES_NOT_ASKED: ['INCONSISTENT', 'must be classes that were asked for', 'classes'],
  NOT_ALL_CLASSES: [
    'INCONSISTENT',
    'must be all classes that were asked for: answer PARTIAL for some',
    'classes',
  ],
  ALL_CLASSES: ['INCONSISTENT', 'are all classes that were asked for: answer GRANTED', 'classes'],
};

/** The problems of a step that a transition has refused. */
export const refusedStep = (refused: AskedRefusal | AnsweringRefusal): { problems: Problem[] } =>
  refuse(...told[refused]);
