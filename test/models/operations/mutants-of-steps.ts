import { type Mutant, without } from '../../mutants/mutant.ts';

const folder = 'subgraphs/agency/records/operations';
const steps = `${folder}/steps/operation-transition.ts`;
const state = `${folder}/half/operation-state.ts`;
const measures = `${folder}/steps/change-measures.ts`;

const over = "  if (isOver(operationState(operation, at))) return refused('OVER');\n";

/** The rules of what officers do of an operation that goes on, and of its states, each broken. */
export const mutantsOfSteps: readonly Mutant[] = [
  without(
    'members are named before anything is signed',
    steps,
    "  if (!operation.mine.offer && !operation.mine.accepted) return refused('NOT_AGREED');\n",
    '',
  ),
  without(
    'members are named after the end',
    steps,
    `${over}  if (!operation.mine.offer`,
    '  if (!operation.mine.offer',
  ),
  without('members have no number', steps, 'members.length > operationLimits.members', 'members.length < 0'),
  without('one officer is a member twice', steps, '.size < members.length', '.size < 0'),
  without(
    'who leads is no member',
    steps,
    'if (!members.some(({ officer }) => officer === lead))',
    'if (!lead)',
  ),
  without(
    'a longer term is proposed after the end',
    steps,
    `${over}  const signedBefore`,
    '  const signedBefore',
  ),
  without('a longer term is not longer', steps, 'until <= last || signedBefore', 'signedBefore'),
  without('a longer term is signed again', steps, 'until <= last || signedBefore', 'until <= last'),
  without('a longer term has no bound', steps, 'until > later(last, operationLimits.days)', 'until < last'),
  without('it is suspended twice', steps, 'return hasSuspended(operation)\n', 'return mine.told < 0\n'),
  without(
    'a suspension has a number that was given before',
    steps,
    'Math.max(mine.suspensions + 1, at.getTime())',
    'mine.suspensions + 1',
  ),
  without(
    'two suspensions of one moment are one',
    steps,
    'Math.max(mine.suspensions + 1, at.getTime())',
    'at.getTime()',
  ),
  without(
    'what was not agreed is suspended and ended',
    steps,
    "  if (!agreedAt(operation)) return refused('NOT_AGREED');\n",
    '',
  ),
  without(
    'it is suspended and ended after the end',
    steps,
    `${over}  const { mine, theirs } = operation;`,
    '  const { mine, theirs } = operation;',
  ),
  without(
    'going on is said of what is not suspended',
    steps,
    "  if (!isSuspended(operation)) return refused('NOT_SUSPENDED');\n",
    '',
  ),
  without('going on is said twice', steps, "  if (isSaid) return refused('ALREADY_RESUMED');\n", ''),
  without(
    'going on is said of own suspensions alone',
    steps,
    'other: Math.max(other, theirs.suspensions), at }',
    'other, at }',
  ),
  without(
    'going on is said of suspensions to come',
    steps,
    'own: mine.suspensions, other: Math',
    'own: mine.suspensions + 1, other: Math',
  ),
  without(
    'it is evaluated before its end',
    steps,
    "operationState(operation, at) !== 'ENDED'",
    'at === undefined',
  ),
  without(
    'it is evaluated twice',
    steps,
    "  if (operation.mine.evaluation) return refused('ALREADY_EVALUATED');\n  if (worked",
    '  if (worked',
  ),
  without(
    'one thing worked and did not',
    steps,
    'worked.some((each) => failed.includes(each))',
    'worked.length < 0',
  ),
  without(
    'free words are told at once',
    steps,
    'evaluation: { at, worked, failed } }',
    'evaluation: { at, worked, failed, ...(words !== undefined && { words }) } }',
  ),
  without(
    'a suspended officer leads',
    steps,
    'if (isLeadSuspended && needsLead)',
    'if (isLeadSuspended && !needsLead && false)',
  ),
  without(
    'a suspended officer’s operation is resumed',
    steps,
    "['SUSPEND', 'END', 'NAME_MEMBERS'];",
    "['SUSPEND', 'END', 'NAME_MEMBERS', 'RESUME'];",
  ),
  without(
    'an end is told to nobody',
    steps,
    "if (kind === 'END') return done(operation, { ended: at });",
    "if (kind === 'END') return { operation: { ...operation, mine: { ...mine, ended: at } }, tells: false };",
  ),
  without(
    'a longer term takes one agency',
    state,
    'const theirs = sides.theirs.renewals.find((each) => each.until === renewal.until);',
    'const theirs = renewal;',
  ),
  without(
    'a longer term brings back what is over',
    state,
    'if (signed < endOfDay(until).getTime()) until = renewal.until;',
    'if (signed > 0) until = renewal.until;',
  ),
  without('one agency resumes it', state, 'Math.min(byMe, byThem)', 'Math.max(byMe, byThem)'),
  without(
    'a suspension of the other agency does not count',
    state,
    'isLifted(theirs.suspensions, own?.other, other?.own)',
    'isLifted(0, own?.other, other?.own)',
  ),
  without(
    'an end of the other agency does not count',
    state,
    '[sides.mine.ended, sides.theirs.ended, endOfDay(until)]',
    '[sides.mine.ended, endOfDay(until)]',
  ),
  without(
    'an end waits for the own clock',
    state,
    '(sides.mine.ended ?? sides.theirs.ended) !== undefined || ',
    '',
  ),
  without(
    'one agency evaluates it',
    state,
    'return mine.evaluation && theirs.evaluation ?',
    'return mine.evaluation ?',
  ),
  without('a suspended operation goes on', state, "  if (isSuspended(operation)) return 'SUSPENDED';\n", ''),
  without(
    'it goes on before its first day',
    state,
    "terms && startOfDay(terms.from) <= now ? 'ACTIVE' : 'AGREED'",
    "'ACTIVE'",
  ),
  without(
    'an agency goes on with what the other one has declined',
    state,
    "if (mine.declined || theirs.declined) return 'DECLINED';",
    "if (mine.declined) return 'DECLINED';",
  ),
  without(
    'an offer lapses a moment late',
    state,
    "lapseOf(since, terms.until) <= now ? 'LAPSED'",
    "lapseOf(since, terms.until) < now ? 'LAPSED'",
  ),
  without(
    'a plan is shown while the operation is suspended',
    state,
    "['AGREED', 'ACTIVE'].includes(operationState(operation, now)) ?",
    '!isOver(operationState(operation, now)) ?',
  ),
  without(
    'measures are added after the end',
    measures,
    "  if (isOver(operationState(operation, event.at))) return refused('OVER');\n",
    '',
  ),
  without(
    'measures are added before anything is agreed',
    measures,
    "  if (!agreedAt(operation)) return refused('NOT_AGREED');\n  const { measures } = operation;",
    '  const { measures } = operation;',
  ),
  without(
    'a measure is added twice',
    measures,
    "  if (measures.some((each) => each.dossier === dossier && each.of === of)) return refused('MEASURE_THERE');\n",
    '',
  ),
  without(
    'a measure is taken out that is not there',
    measures,
    "    if (!measures.some(({ id }) => id === event.measure)) return refused('NO_MEASURE');\n",
    '',
  ),
  without(
    'results are added before anything is agreed',
    measures,
    "  if (!agreedAt(operation)) return refused('NOT_AGREED');\n  if (operation.mine.evaluation)",
    '  if (operation.mine.evaluation)',
  ),
  without(
    'results are added to what was evaluated',
    measures,
    "  if (operation.mine.evaluation) return refused('ALREADY_EVALUATED');\n",
    '',
  ),
  without(
    'measures are told after the evaluation',
    measures,
    '!agreedAt(operation) || mine.evaluation',
    '!agreedAt(operation)',
  ),
];
