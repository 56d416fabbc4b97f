import type { Edit } from '../../support/source-copy.ts';

/** A rule of requests, and how it is broken. */
export interface Mutant extends Edit {
  name: string;
}

const folder = 'subgraphs/agency/records/requests';
const asked = `${folder}/asked-transition.ts`;
const answering = `${folder}/answering-transition.ts`;
const clock = `${folder}/request-deadline.ts`;
const state = `${folder}/request-state.ts`;
const drafts = `${folder}/new-request.ts`;
const restated = `${folder}/restated-request.ts`;
const unread = `${folder}/unread-half.ts`;
const words = `${folder}/words/waiting-words.ts`;
const answerers = `${folder}/words/words-of-answerer.ts`;
const warnings = `${folder}/request-warnings.ts`;
const deputies = `${folder}/deputy.ts`;

const mutant = (name: string, file: string, from: string, to: string): Mutant => ({ name, file, from, to });

export const mutants: readonly Mutant[] = [
  mutant('who drafts authorises', asked, 'request.drafted.by === event.by', 'false'),
  mutant('who proposes decides', answering, 'proposal.by === by', 'false'),
  mutant('an early answer goes to who held nothing', answering, '!request.isHeld || isOutside', 'isOutside'),
  mutant(
    'a longer time is told to who held nothing',
    answerers,
    "if (!request.isHeld) return 'NOT_HELD';",
    '',
  ),
  mutant(
    'a subject is found before the form is',
    answering,
    '!request.accepted || request.isFound',
    'request.isFound',
  ),
  mutant(
    'a subject is found after the end',
    answering,
    'request.isFound || endOf(request, at)',
    'request.isFound',
  ),
  mutant('what is not found is answered on', answering, '!request.isFound && !isOnForm', 'false'),
  mutant(
    'an answer comes before the form',
    answering,
    "if (!isOnForm && !request.accepted) return { refused: 'NOT_ACCEPTED' };",
    '',
  ),
  mutant(
    'an answer on the form comes after a look-up',
    answering,
    "if (isOnForm && request.accepted) return { refused: 'ALREADY_ACCEPTED' };",
    '',
  ),
  mutant('a second extension', answerers, "if (request.extension) return 'ALREADY_EXTENDED';", ''),
  mutant('an extension after the deadline', answerers, 'if (deadline <= at)', 'if (deadline < at)'),
  mutant('who writes words sends them', words, 'words.by === by', 'false'),
  mutant('words are sent that were turned down', words, 'if (!approves)', 'if (approves === undefined)'),
  mutant('words are replaced without a trace', words, '  ...dropWords(half, waitingWords),', '  ...half,'),
  mutant(
    'words are turned down without a trace',
    words,
    "dropWords(half, { by, at }, 'TURNED_DOWN')",
    'withoutWords(half)',
  ),
  mutant('words that are turned down look replaced', words, "{ by, at }, 'TURNED_DOWN')", '{ by, at })'),
  mutant(
    'a request is accepted over words that wait without a trace',
    answering,
    '...dropWords(request, event), accepted',
    '...withoutWords(request), accepted',
  ),
  mutant(
    'an answer on the form is given over words that wait without a trace',
    answering,
    'isOnForm ? dropWords(request, event)',
    'isOnForm ? withoutWords(request)',
  ),
  mutant(
    'a question of the list is nobody’s',
    answerers,
    'questioned({ ...dropWords(request, { by, at }), questioned: { by, at } }, at)',
    'questioned(dropWords(request, { by, at }), at)',
  ),
  mutant(
    'a question of the list takes the place of words without a trace',
    answerers,
    '...dropWords(request, { by, at })',
    '...withoutWords(request)',
  ),
  mutant(
    'the officer of a question goes abroad',
    answerers,
    "type: 'concord.request.questioned.v1',",
    "type: 'concord.request.questioned.v1', by: request.questioned?.by ?? 'officer 1',",
  ),
  mutant(
    'a question in free words is sent at once',
    answering,
    'if (event.isListed) return questioned',
    'if (event.at.getTime() > 0) return questioned',
  ),
  mutant(
    'an answer to a question is sent at once',
    asked,
    "return only(withWords(request, { of: 'CLARIFICATION', by: event.by, at }));",
    "return { request: { ...request, clarifiedAt: at }, tells: [{ type: 'concord.request.clarified.v1', request: request.id }] };",
  ),
  mutant(
    'a question that waits stops the clock',
    answering,
    "only(withWords(request, { of: 'QUESTION', by: event.by, at }))",
    "only({ ...withWords(request, { of: 'QUESTION', by: event.by, at }), clarification: { at } })",
  ),
  mutant(
    'words that wait outlast the deadline',
    words,
    'if (!deadline || deadline > now) return half;',
    'if (half.waitingWords || !deadline || deadline > now) return half;',
  ),
  mutant('classes that were not asked', answering, '!classes.includes(each)', 'each === undefined'),
  mutant('a decision after the end', answering, "if (endOf(request, at)) return { refused: 'ENDED' };", ''),
  mutant(
    'a step on the form after the deadline',
    answering,
    "event.kind !== 'ACCEPT'",
    'event === undefined',
  ),
  mutant('an unread request shows the end of time', unread, 'isHeld: true,', ''),
  mutant('an unread request shows that something is found', unread, 'isFound: false,', ''),
  mutant(
    'an unread request shows an early answer',
    unread,
    'deadline && deadline <= now',
    'deadline && half.end',
  ),
  mutant('an unread request shows a late withdrawal', unread, '!deadline || end.at < deadline', 'end'),
  mutant('a withdrawal of what has ended', answering, 'if (endOf(request, at)) return nothing;', ''),
  mutant('a later receipt puts the clock off', answering, 'receivedAt >= request.receivedAt', 'false'),
  mutant('a receipt opens what has ended', answering, "(end && end.kind !== 'LAPSED')", 'end === null'),
  mutant(
    'the clock runs on while a question is open',
    clock,
    'termOf[urgency] + still',
    'termOf[urgency] + 0 * still',
  ),
  mutant(
    'a silent asker never lapses',
    state,
    'lapse && lapse <= now',
    'lapse && lapse < request.receivedAt!',
  ),
  mutant('a deadline without an end', state, '!deadline || deadline > now || request.isHeld', 'true'),
  mutant(
    'an end a day after the deadline',
    state,
    'deadline > now',
    'deadline.getTime() + 86_400_000 > now.getTime()',
  ),
  mutant('a withdrawal goes before an earlier end', state, 'other.at <= arrived', 'other.at < arrived'),
  mutant(
    'the own clock in place of the receipt',
    asked,
    'only({ ...request, receivedAt: at })',
    'only({ ...request, receivedAt: request.sentAt ?? at })',
  ),
  mutant(
    'a late answer to a question counts',
    asked,
    '(lapse && lapse <= at)',
    '(lapse && lapse > at && false)',
  ),
  mutant(
    'word of another receipt',
    asked,
    "if (!proven) return { refused: 'CONTRADICTS_RECEIPT' };",
    'if (!proven) return nothing;',
  ),
  mutant('word of another request', asked, 'message.request !== request.id', 'message.request === undefined'),
  mutant('a grant of what was not asked', asked, '!request.classes.includes(each)', 'each === undefined'),
  mutant(
    'an answer from the past',
    asked,
    "if (at < (proven.receivedAt ?? at)) return { refused: 'IN_THE_PAST' };",
    '',
  ),
  mutant(
    'a later date that is none',
    asked,
    "if (deadline && until <= deadline) return { refused: 'NOT_LATER' };",
    '',
  ),
  mutant(
    'a later date after sixty days',
    asked,
    'until.getTime() - proven.receivedAt.getTime() > longestExtension',
    'until < proven.receivedAt',
  ),
  mutant('who asks by criteria holds something', drafts, "named !== 'CRITERIA'", 'named.length > 0'),
  mutant('a draft is told after a restore', restated, 'if (!half.sentAt) return [];', ''),
  mutant(
    'a decision is told before its time after a restore',
    restated,
    'if (end && hasToldEnd) told.push(endedMessageOf(half, end));',
    'if (end || half.decision) told.push(endedMessageOf(half, end ?? half.decision!));',
  ),
  mutant('a warning is given twice', warnings, 'due.slice(given)', 'due.slice(0 * given)'),
  mutant('a warning of a request that has ended', warnings, '!end || time < end.at', 'end !== null'),
  mutant(
    'no warning of a later date',
    warnings,
    'warned && warned.of.getTime() === deadline ? warned.count : 0',
    'warned && deadline ? warned.count : 0',
  ),
  mutant('who is away stands in', deputies, 'if (deputy === officer)', 'if (deputy === officer.concat(" "))'),
  mutant('a deputy for a day that is over', deputies, 'until > now &&', ''),
  mutant('a deputy for ever', deputies, '&& until <= daysAfter(now, longestAbsence + 1)', ''),
  mutant(
    'the last day does not count',
    deputies,
    'boundsOfDay(given.until)?.to',
    'boundsOfDay(given.until)?.from',
  ),
];
