import { type Mutant, without } from '../../mutants/mutant.ts';

const folder = 'subgraphs/agency/records/operations';
const signing = `${folder}/steps/sign-draft.ts`;
const drafts = `${folder}/half/draft-of.ts`;
const agreed = `${folder}/half/agreed-at.ts`;

/** The rules by which four officers agree, each broken. */
export const mutantsOfAgreeing: readonly Mutant[] = [
  without(
    'a step takes the place of another that waits',
    signing,
    "  if (draftOf(operation, now)) return refused('DRAFT_WAITS');\n",
    '',
  ),
  without('one officer signs twice', signing, "draft.by === by ? refused('SAME_OFFICER') : signed", 'signed'),
  without(
    'who leads is no member of what was signed',
    signing,
    'members: [lead, ...others]',
    'members: others',
  ),
  without(
    'a member who leads is counted twice',
    signing,
    'members: [lead, ...others]',
    'members: [lead, ...operation.members]',
  ),
  without(
    'a proposal that was turned down at home is open',
    signing,
    'if (offerOf(operation)) return { operation, tells: false };',
    'if (at) return { operation, tells: false };',
  ),
  without(
    'what was turned down takes effect',
    signing,
    'if (!approves) return turnedDown',
    'if (approves === undefined) return turnedDown',
  ),
  without('an answer comes after the end', signing, "  if (isOver(state)) return refused('OVER');\n", ''),
  without(
    'what was agreed is answered again',
    signing,
    "  if (state !== 'PROPOSED') return refused('ALREADY_AGREED');\n",
    '',
  ),
  without(
    'an offer is answered that has changed',
    signing,
    "  if (n !== offerOf(operation)?.n) return refused('CHANGED_OFFER');\n",
    '',
  ),
  without(
    'an own offer is accepted',
    signing,
    "  if (!isAsked(operation)) return refused('NOT_ASKED');\n",
    '',
  ),
  without(
    'an offer that is sent back has no number of its own',
    signing,
    'n: n + 1, terms: event.terms',
    'n, terms: event.terms',
  ),
  without(
    'a longer term forgets the one before it',
    signing,
    'renewalsOf(mine.renewals, [',
    'renewalsOf([], [',
  ),
  without(
    'a decline is told to nobody',
    signing,
    'return done(operation, { declined: at });',
    'return { operation: { ...operation, mine: { ...mine, declined: at } }, tells: false };',
  ),
  without(
    'what waits outlives the offer that it answers',
    drafts,
    "return state === 'PROPOSED' && draft.n === offerOf(operation)?.n ? draft : undefined;",
    'return draft;',
  ),
  without(
    'an offer that waits outlives the proposal',
    drafts,
    "return state === 'PROPOSED' && draft.n === (offerOf(operation)?.n ?? 0) + 1 ? draft : undefined;",
    'return draft;',
  ),
  without(
    'a longer term that waits outlives the operation',
    drafts,
    '!isOver(state) && draft.until >',
    'draft.until >',
  ),
  without(
    'what was taken back is agreed on',
    agreed,
    '  if (mine.declined || theirs.declined) return undefined;\n',
    '',
  ),
  without('an acceptance is of any offer', agreed, '!accepted || !isOf(accepted, offer)', '!accepted'),
  without(
    'an acceptance is of another offer of the same number',
    agreed,
    'n === offer.n && offered.getTime() === offer.at.getTime();',
    'n === offer.n && offered !== undefined;',
  ),
  without(
    'an agency accepts its own offer',
    agreed,
    'offer === mine.offer ? theirs.accepted : mine.accepted',
    'offer === mine.offer ? mine.accepted : theirs.accepted',
  ),
  without(
    'an acceptance comes too late',
    agreed,
    'accepted.at < lapseOf(offer.at, offer.terms.until) ? accepted.at : undefined',
    'accepted.at',
  ),
  without(
    'an offer waits for 31 days',
    agreed,
    'operationLimits.daysToAnswer)',
    'operationLimits.daysToAnswer + 1)',
  ),
  without(
    'an offer outlives its last day',
    agreed,
    'Math.min(unanswered, endOfDay(until).getTime())',
    'Math.max(unanswered, endOfDay(until).getTime() * 0)',
  ),
];
