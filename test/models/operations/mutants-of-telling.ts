import { type Mutant, without } from '../../mutants/mutant.ts';

const folder = 'subgraphs/agency/records/operations';
const sides = `${folder}/half/operation-side.ts`;
const heard = `${folder}/heard-side.ts`;
const columns = `${folder}/operation-columns.ts`;
const events = `${folder}/half/operation-event.ts`;
const data = `${folder}/operation-data.ts`;
const told = `${folder}/measures-now.ts`;

/** The rules of what one agency tells the other, of what that believes, and of who may know of it, each broken. */
export const mutantsOfTelling: readonly Mutant[] = [
  without(
    'an old message takes an end and a decline back',
    sides,
    '...withholdingOf(one),',
    'suspensions: one.suspensions,',
  ),
  without(
    'an old message takes a suspension back',
    sides,
    'Math.max(side.suspensions, withheld.suspensions)',
    'withheld.suspensions',
  ),
  without('an old message takes an offer back', sides, 'higher(one.offer, other.offer)', 'other.offer'),
  without(
    'an old message takes an acceptance back',
    sides,
    'higher(one.accepted, other.accepted)',
    'other.accepted',
  ),
  without(
    'an old message takes a longer term back',
    sides,
    'renewals: renewalsOf(one.renewals, other.renewals)',
    'renewals: other.renewals',
  ),
  without(
    'an old message takes back that an agency goes on',
    sides,
    'own: Math.max(a.own, b.own)',
    'own: b.own',
  ),
  without(
    'an old message brings a plan back',
    sides,
    'const later = other.told > one.told ? other : one;',
    'const later = other;',
  ),
  without(
    'an evaluation is forgotten',
    sides,
    'later.evaluation ?? one.evaluation ?? other.evaluation',
    'undefined',
  ),
  without(
    'the later of two ends counts',
    sides,
    '(one < other ? one : other) : (one ?? other)',
    '(one < other ? other : one) : (one ?? other)',
  ),
  without('an end is not told back', sides, '...(ended && { ended }), suspensions };', 'suspensions };'),
  without('a decline is not told back', sides, 'return { ...(declined && { declined }), ', 'return { '),
  without(
    'nothing is believed of the own side',
    heard,
    'withWithheld(operation.mine, withheld)',
    'operation.mine',
  ),
  without('an offer is accepted that was not made', heard, 'isAhead(accepted.n) ||', ''),
  without(
    'an offer is accepted that was made anew',
    heard,
    'accepted.n === mine.offer?.n && !isOf(accepted, mine.offer)',
    'accepted.n < 0',
  ),
  without(
    'what withholds is not believed of a word that cannot be',
    heard,
    'theirs: withWithheld(operation.theirs, withholdingOf(side))',
    'theirs: operation.theirs',
  ),
  without(
    'an offer comes from nowhere',
    heard,
    'isNewOffer && offer.n > (offerOf(operation)?.n ?? 0) + 1 && mine.offer',
    'isNewOffer && offer.n < 0 && mine.offer',
  ),
  without(
    'an offer that was made anew is not heard',
    sides,
    'one.n === other.n ? one.at < other.at : one.n < other.n',
    'one.n < other.n',
  ),
  without(
    'an offer comes after the agreement',
    heard,
    'isNewOffer && (agreedAt(operation) || offer.n === mine.offer?.n)',
    'isNewOffer && offer.n === mine.offer?.n',
  ),
  without(
    'a proposal is shown once it is answered',
    columns,
    "  if (operationState(operation, now) !== 'PROPOSED') return false;\n",
    '',
  ),
  without(
    'an own proposal is shown to all who decide',
    columns,
    'offerOf(operation) ? isAsked(operation) :',
    'offerOf(operation) ? true :',
  ),
  without(
    'supervisors of the other agency’s case know of it',
    columns,
    'ownCase({ mine, draft }',
    'ownCase({ theirs: mine, draft }',
  ),
  without(
    'whoever leads a draft knows of it',
    columns,
    '...operation.members.map(operationLists.memberOf),',
    "...operation.members.map(operationLists.memberOf), ...(operation.draft && 'lead' in operation.draft ? [operationLists.memberOf(operation.draft.lead)] : []),",
  ),
  without(
    'a code name is never given back',
    columns,
    'isOver(state) ? undefined : givenName(operation)',
    'givenName(operation)',
  ),
  without('steps are not counted', events, 'told: operation.mine.told + 1', 'told: operation.mine.told'),
  without('members are not counted', events, '(counts[role] ?? 0) + 1', '1'),
  without(
    'a message has the officer who leads',
    data,
    'side: mine, yours',
    "side: { ...mine, lead: 'officer' }, yours",
  ),
  without(
    'a message has what waits for a second officer',
    data,
    '({ id, other: to, mine, theirs }: JointOperation, at: Date)',
    "({ id, other: to, mine: done, theirs, draft }: JointOperation, at: Date, mine = { ...done, ...(draft?.kind === 'OFFER' && { offer: { n: draft.n, at: draft.at, terms: draft.terms, case: draft.case } }) })",
  ),
  without('nothing is told back', data, 'yours: withholdingOf(theirs)', 'yours: { suspensions: 0 }'),
  without(
    'who has done nothing tells nothing back',
    data,
    'mine.told > 0 || declined !== undefined || ended !== undefined || suspensions > 0',
    'mine.told > 0',
  ),
  without(
    'measures of a dossier for its owner alone are told',
    told,
    'dossier && measure && !obstacleAbroad(dossier) ?',
    'dossier && measure ?',
  ),
  without(
    'how a measure compares is told',
    told,
    'kind, state, from: days.from',
    "...{ check: 'secret' }, kind, state, from: days.from",
  ),
];
