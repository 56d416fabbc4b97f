import { type Mutant, without } from '../../mutants/mutant.ts';

const records = 'subgraphs/agency/records/measures';
const comparing = `${records}/comparing`;
const matching = 'subgraphs/agency/matching/two-key';
const actions = 'subgraphs/agency/actions/measures';

const weeks = `${comparing}/iso-week.ts`;
const values = `${comparing}/surest-values.ts`;
const state = `${records}/check-state.ts`;
const transition = `${comparing}/check-transition.ts`;
const measure = `${comparing}/compared-measure.ts`;
const budget = `${comparing}/measure-budget.ts`;
const epochs = `${comparing}/measure-epochs.ts`;
const scopes = `${comparing}/measure-token.ts`;
const token = `${matching}/measure-token-of.ts`;
const ofDossier = `${matching}/measure-values-of.ts`;
const steps = `${records}/measure-transition.ts`;
const tokenParts = '[domain, epoch, teller, scope, String(place)]';

/** The rules of measures and of comparing them, each broken. */
export const mutants: readonly Mutant[] = [
  without(
    'a day is compared instead of a week',
    weeks,
    'weeks.add(isoWeekOf(dayOf(day)))',
    'weeks.add(dayOf(day))',
  ),
  without('no days are added to a window', weeks, 'const margin = 3;', 'const margin = 0;'),
  without(
    'a week is of the year of its first day',
    weeks,
    'daysAfter(at, 3 - ((at.getUTCDay() + 6) % 7))',
    'daysAfter(at, -((at.getUTCDay() + 6) % 7))',
  ),
  without(
    'one value alone is compared',
    values,
    'export const mostValues = 8;',
    'export const mostValues = 1;',
  ),
  without('each agency has an order of its own', values, 'hashOf(each)}`', '``}`'),
  without(
    'a pair of dossiers is another one at each agency',
    values,
    '[one, other].sort().join',
    '[one, other].join',
  ),
  without(
    'the week is not hashed',
    `${matching}/blind.ts`,
    'framed(measureDomain, given.kind, given.value, given.week)',
    'framed(measureDomain, given.kind, given.value)',
  ),
  without(
    'the domain is that of identifiers',
    `${matching}/blind.ts`,
    'framed(measureDomain, given.kind, given.value, given.week)',
    'framed(domain, given.kind, given.value, given.week)',
  ),
  without('the teller is left out', token, tokenParts, '[domain, epoch, scope, String(place)]'),
  without('the scope is left out', token, tokenParts, '[domain, epoch, teller, String(place)]'),
  without('the epoch is left out', token, tokenParts, '[domain, teller, scope, String(place)]'),
  without('the place is left out', token, tokenParts, '[domain, epoch, teller, scope]'),
  without(
    'a measure’s element is under the warnings’ key',
    `${matching}/indicator-key-settings.ts`,
    '  refuseShared(variable, own);\n',
    '',
  ),
  without(
    'another agency’s key of measures is that of its warnings',
    `${matching}/indicator-key-settings.ts`,
    '    if (keys) refuseShared(othersVariable(other), keys);\n',
    '',
  ),
  without(
    'a secret dossier is compared',
    ofDossier,
    "isCleared(dossier) || dossier.handlingCode === 'ORIGINATOR_ONLY'",
    'isCleared(dossier)',
  ),
  without('a cleared person is compared', ofDossier, 'isCleared(dossier) || dossier', 'dossier'),
  without(
    'a secret dossier stays so whatever its supervisor says',
    ofDossier,
    "comparesSecret && dossier.handlingCode === 'ORIGINATOR_ONLY'",
    'false',
  ),
  without(
    'all of a dossier is compared for a target',
    ofDossier,
    'measure.target === undefined ?',
    'measure.target !== null ?',
  ),
  without(
    'a link that one agency has confirmed is compared',
    ofDossier,
    " && linkState(link) === 'SAME'",
    '',
  ),
  without('what nobody has authorised is compared', measure, 'authorised !== undefined && now', 'now'),
  without('a window that is over is compared', measure, ' && now < endOfDay(window.until)', ''),
  without('what is urgent waits as all', measure, 'isUrgent ? 0 : 1', 'isUrgent ? 1 : 1'),
  without('own measures of one operation clash', scopes, 'operation !== own', "operation !== ''"),
  without(
    'a secret measure beside an operation does not clash',
    scopes,
    '  noScope,\n  ...common',
    '  ...common',
  ),
  without('an officer plans six in a day', budget, '>= (most[place] ?? 0)', '> (most[place] ?? 0)'),
  without(
    'a case has no budget',
    budget,
    'this.#pace.perOfficer, this.#pace.perCase',
    'this.#pace.perOfficer, 1e9',
  ),
  without(
    'a new measure is compared in the new epoch alone',
    epochs,
    ': [keys.current, keys.next]',
    ': [keys.next]',
  ),
  without('two epochs are compared for ever', epochs, '<= now ? [keys.next] :', '> now ? [keys.next] :'),
  without('the old key goes at once', epochs, 'daysAfter(since, tokenDays) <= now', 'since <= now'),
  without(
    'a settled conflict hides an open one',
    state,
    "  if (states.includes('OPEN')) return 'CONFLICT';\n",
    '',
  ),
  without('what is not compared is clear', state, "  if (!isCompared) return 'NOT_COMPARED';\n", ''),
  without(
    'what nobody has answered is clear',
    state,
    "return toldAt ? 'CLEAR' : 'UNCHECKED';",
    "return 'CLEAR';",
  ),
  without(
    'a word of one agency coordinates',
    state,
    "return here && there?.how === 'COORDINATED' ?",
    'return here ?',
  ),
  without(
    'an agency that goes on coordinates',
    state,
    "return here && there?.how === 'COORDINATED' ?",
    'return here && there ?',
  ),
  without(
    'a claim of the other agency is a conflict',
    state,
    'filter(({ at }) => at !== undefined)',
    'filter(() => true)',
  ),
  without(
    'a measure in conflict starts',
    state,
    "  'COORDINATED',\n  'OVERRIDDEN',\n  'UNCHECKED',",
    "  'CONFLICT',\n  'COORDINATED',\n  'OVERRIDDEN',\n  'UNCHECKED',",
  ),
  without(
    'what was found out of an authorisation before counts',
    transition,
    " || ('run' in event && event.run !== check.run)",
    '',
  ),
  without(
    'a conflict outlasts the other measure',
    transition,
    'return meetings.length < check.meetings.length ? only({ ...check, meetings }) : undefined;',
    'return undefined;',
  ),
  without(
    'an ended measure comes into conflict',
    transition,
    'since !== undefined && endedAt === undefined;',
    'since !== undefined;',
  ),
  without('early words have no end', transition, '(!before && early >= mostEarlyWords)', 'false'),
  without(
    'a word is said where nothing is open',
    transition,
    "  if (open.length === 0) return { refused: 'NOTHING_OPEN' };\n",
    '',
  ),
  without(
    'an own plan is authorised',
    steps,
    "  if (measure.plannedBy === by) return { refused: 'SAME_OFFICER' };\n",
    '',
  ),
  without('a measure starts without its check', steps, '  if (!mayStart(check))', '  if (false)'),
  without(
    'rounds take back fewer tokens in a busy week',
    `${records}/measure-pace.ts`,
    '2 * genuineOfRound(pace)',
    'genuineOfRound(pace) + 1',
  ),
  without(
    'two measures about one person are told alike',
    'subgraphs/agency/actions/receive/measure-effects.ts',
    'tellable.find((each) => !used.has(each)) ?? tellable.at(-1)',
    'tellable.at(0)',
  ),
  without(
    'a cancelled measure is not taken back',
    `${actions}/follow-measures.ts`,
    '  if (ending) {\n    into.letGo.push(row._id);\n',
    '  if (ending) {\n',
  ),
  without(
    'what is taken out of a dossier is compared on',
    `${actions}/follow-measures.ts`,
    '  into.gone.push(...gone);\n',
    '',
  ),
  without(
    'what is added to a dossier is not compared',
    `${actions}/follow-measures.ts`,
    'const isListed = more.length > 0 && hasRoom(row);',
    'const isListed = more.length > 0 && !isKnown && hasRoom(row);',
  ),
  without(
    'a measure stays clear while more of it is compared',
    transition,
    'const waits = isMore ? { since: at } :',
    'const waits = isMore && !toldAt ? { since: at } :',
  ),
  without(
    'what is on its way counts as told',
    'subgraphs/agency/storage/measures/measure-token-store.ts',
    "state: { $in: [...unmade, 'SENT'] },",
    'state: { $in: [...unmade] },',
  ),
  without(
    'nothing is heard of what has come',
    'subgraphs/agency/actions/receive/measure-effects.ts',
    '  await measures.noteArrival(round._id);\n',
    '',
  ),
  without(
    'an override is forgotten with its conflict',
    transition,
    'check: withOverrides(check, result.check)',
    'check: result.check',
  ),
  without(
    'cancelled series are not counted',
    `${actions}/follow-measures.ts`,
    '  await measures.countCancelled(all.cancelled, parts.own, now, session);\n',
    '',
  ),
];
