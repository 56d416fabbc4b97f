import { type Mutant, without } from '../../mutants/mutant.ts';

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

/** The rules of requests, each broken. */
export const mutants: readonly Mutant[] = [
  without('who drafts authorises', asked, 'request.drafted.by === event.by', 'false'),
  without('who proposes decides', answering, 'proposal.by === by', 'false'),
  without('an early answer goes to who held nothing', answering, '!request.isHeld || isOutside', 'isOutside'),
  without(
    'a longer time is told to who held nothing',
    answerers,
    "if (!request.isHeld) return 'NOT_HELD';",
    '',
  ),
  without(
    'a subject is found before the form is',
    answering,
    '!request.accepted || request.isFound',
    'request.isFound',
  ),
  without(
    'a subject is found after the end',
    answering,
    'request.isFound || endOf(request, at)',
    'request.isFound',
  ),
  without('what is not found is answered on', answering, '!request.isFound && !isOnForm', 'false'),
  without(
    'an answer comes before the form',
    answering,
    "if (!isOnForm && !request.accepted) return { refused: 'NOT_ACCEPTED' };",
    '',
  ),
  without(
    'an answer on the form comes after a look-up',
    answering,
    "if (isOnForm && request.accepted) return { refused: 'ALREADY_ACCEPTED' };",
    '',
  ),
  without('a second extension', answerers, "if (request.extension) return 'ALREADY_EXTENDED';", ''),
  without('an extension after the deadline', answerers, 'if (deadline <= at)', 'if (deadline < at)'),
  without('who writes words sends them', words, 'words.by === by', 'false'),
  without('words are sent that were turned down', words, 'if (!approves)', 'if (approves === undefined)'),
  without('words are replaced without a trace', words, '  ...dropWords(half, waitingWords),', '  ...half,'),
  without(
    'words are turned down without a trace',
    words,
    "dropWords(half, { by, at }, 'TURNED_DOWN')",
    'withoutWords(half)',
  ),
  without('words that are turned down look replaced', words, "{ by, at }, 'TURNED_DOWN')", '{ by, at })'),
  without(
    'a request is accepted over words that wait without a trace',
    answering,
    '...dropWords(request, event), accepted',
    '...withoutWords(request), accepted',
  ),
  without(
    'an answer on the form is given over words that wait without a trace',
    answering,
    'isOnForm ? dropWords(request, event)',
    'isOnForm ? withoutWords(request)',
  ),
  without(
    'a question of the list is nobody’s',
    answerers,
    'questioned({ ...dropWords(request, { by, at }), questioned: { by, at } }, at)',
    'questioned(dropWords(request, { by, at }), at)',
  ),
  without(
    'a question of the list takes the place of words without a trace',
    answerers,
    '...dropWords(request, { by, at })',
    '...withoutWords(request)',
  ),
  without(
    'the officer of a question goes abroad',
    answerers,
    "type: 'concord.request.questioned.v1',",
    "type: 'concord.request.questioned.v1', by: request.questioned?.by ?? 'officer 1',",
  ),
  without(
    'a question in free words is sent at once',
    answering,
    'if (event.isListed) return questioned',
    'if (event.at.getTime() > 0) return questioned',
  ),
  without(
    'an answer to a question is sent at once',
    asked,
    "return only(withWords(request, { of: 'CLARIFICATION', by: event.by, at }));",
    "return { request: { ...request, clarifiedAt: at }, tells: [{ type: 'concord.request.clarified.v1', request: request.id }] };",
  ),
  without(
    'a question that waits stops the clock',
    answering,
    "only(withWords(request, { of: 'QUESTION', by: event.by, at }))",
    "only({ ...withWords(request, { of: 'QUESTION', by: event.by, at }), clarification: { at } })",
  ),
  without(
    'words that wait outlast the deadline',
    words,
    'if (!deadline || deadline > now) return half;',
    'if (half.waitingWords || !deadline || deadline > now) return half;',
  ),
  without('classes that were not asked', answering, '!classes.includes(each)', 'each === undefined'),
  without('a decision after the end', answering, "if (endOf(request, at)) return { refused: 'ENDED' };", ''),
  without(
    'a step on the form after the deadline',
    answering,
    "event.kind !== 'ACCEPT'",
    'event === undefined',
  ),
  without('an unread request shows the end of time', unread, 'isHeld: true,', ''),
  without('an unread request shows that something is found', unread, 'isFound: false,', ''),
  without(
    'an unread request shows an early answer',
    unread,
    'deadline && deadline <= now',
    'deadline && half.end',
  ),
  without('an unread request shows a late withdrawal', unread, '!deadline || end.at < deadline', 'end'),
  without('a withdrawal of what has ended', answering, 'if (endOf(request, at)) return nothing;', ''),
  without('a later receipt puts the clock off', answering, 'receivedAt >= request.receivedAt', 'false'),
  without('a receipt opens what has ended', answering, "(end && end.kind !== 'LAPSED')", 'end === null'),
  without(
    'the clock runs on while a question is open',
    clock,
    'termOf[urgency] + still',
    'termOf[urgency] + 0 * still',
  ),
  without(
    'a silent asker never lapses',
    state,
    'lapse && lapse <= now',
    'lapse && lapse < request.receivedAt!',
  ),
  without('a deadline without an end', state, '!deadline || deadline > now || request.isHeld', 'true'),
  without(
    'an end a day after the deadline',
    state,
    'deadline > now',
    'deadline.getTime() + 86_400_000 > now.getTime()',
  ),
  without('a withdrawal goes before an earlier end', state, 'other.at <= arrived', 'other.at < arrived'),
  without(
    'the own clock in place of the receipt',
    asked,
    'only({ ...request, receivedAt: at })',
    'only({ ...request, receivedAt: request.sentAt ?? at })',
  ),
  without(
    'a late answer to a question counts',
    asked,
    '(lapse && lapse <= at)',
    '(lapse && lapse > at && false)',
  ),
  without(
    'word of another receipt',
    asked,
    "if (!proven) return { refused: 'CONTRADICTS_RECEIPT' };",
    'if (!proven) return nothing;',
  ),
  without(
    'word of another request',
    asked,
    'message.request !== request.id',
    'message.request === undefined',
  ),
  without('a grant of what was not asked', asked, '!request.classes.includes(each)', 'each === undefined'),
  without(
    'an answer from the past',
    asked,
    "if (at < (proven.receivedAt ?? at)) return { refused: 'IN_THE_PAST' };",
    '',
  ),
  without(
    'a later date that is none',
    asked,
    "if (deadline && until <= deadline) return { refused: 'NOT_LATER' };",
    '',
  ),
  without(
    'a later date after sixty days',
    asked,
    'until.getTime() - proven.receivedAt.getTime() > longestExtension',
    'until < proven.receivedAt',
  ),
  without('who asks by criteria holds something', drafts, "named !== 'CRITERIA'", 'named.length > 0'),
  without('a draft is told after a restore', restated, 'if (!half.sentAt) return [];', ''),
  without(
    'a decision is told before its time after a restore',
    restated,
    'if (end && hasToldEnd) told.push(endedMessageOf(half, end));',
    'if (end || half.decision) told.push(endedMessageOf(half, end ?? half.decision!));',
  ),
  without('a warning is given twice', warnings, 'due.slice(given)', 'due.slice(0 * given)'),
  without('a warning of a request that has ended', warnings, '!end || time < end.at', 'end !== null'),
  without(
    'no warning of a later date',
    warnings,
    'warned && warned.of.getTime() === deadline ? warned.count : 0',
    'warned && deadline ? warned.count : 0',
  ),
  without('who is away stands in', deputies, 'deputy === officer\n', 'deputy === officer.concat(" ")\n'),
  without('a deputy for a day that is over', deputies, 'until > now &&', ''),
  without('a deputy for ever', deputies, '&& until <= daysAfter(now, longestAbsence + 1)', ''),
  without(
    'the last day does not count',
    deputies,
    'boundsOfDay(given.until)?.to',
    'boundsOfDay(given.until)?.from',
  ),
];
