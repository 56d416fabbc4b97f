import type { Link } from '../../../../../../subgraphs/agency/records/dossier/link.ts';
import { linkAt } from '../../../../../../subgraphs/agency/records/dossier/links/link-at.ts';
import { linkState } from '../../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import {
  type LinkEvent,
  transition,
} from '../../../../../../subgraphs/agency/records/dossier/links/link-transition.ts';
import { type LinkWithdrawal, linkDecisions } from '../../../../../../terms/enums.ts';

const at = new Date('2026-11-24T10:00:00Z');
const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000);
const none: Link = {
  agency: 'RUSSIA',
  dossier: 'RU-0000000001',
  own: { decision: 'NONE' },
  told: { decision: 'NONE' },
};
const propose: LinkEvent = {
  kind: 'PROPOSE',
  by: 'liaison-1',
  at,
  decision: 'SAME',
  reason: 'The same passport',
  evidence: { kinds: [] },
};
const withdraw = (of: LinkWithdrawal): LinkEvent => ({ kind: 'WITHDRAW', at, of });
const countersign: LinkEvent = { kind: 'COUNTERSIGN', by: 'supervisor-1', at };
const told = (decision: 'NONE' | 'SAME' | 'DIFFERENT', number = 1, when = at): LinkEvent => ({
  kind: 'TOLD',
  at: when,
  decision,
  number,
});

/** What becomes of a link by events that each change it. */
function become(link: Link, ...events: LinkEvent[]): Link {
  return events.reduce((before, event) => {
    const result = transition(before, event);
    if (!('link' in result)) throw new Error(`${event.kind}: ${JSON.stringify(result)}`);
    return result.link;
  }, link);
}
const unanswered = become(none, propose, countersign);
const confirmed = become(unanswered, told('SAME'));
const otherProposed = become(confirmed, { ...propose, decision: 'DIFFERENT', reason: 'Twins' });

describe('the state of a link', () => {
  const expected: Record<string, string> = {
    'SAME SAME': 'SAME',
    'DIFFERENT DIFFERENT': 'DIFFERENT',
    'SAME DIFFERENT': 'DISPUTED',
    'DIFFERENT SAME': 'DISPUTED',
  };
  const pairs = linkDecisions.flatMap((own) => linkDecisions.map((other) => [own, other] as const));
  test.each(pairs)('follows from %s and %s', (own, other) => {
    expect(linkState({ own: { decision: own }, told: { decision: other } })).toBe(
      expected[`${own} ${other}`] ?? 'UNVERIFIED',
    );
  });
});

describe('the own decision', () => {
  test('is in force, and told, when it is countersigned, and not when it is proposed', () => {
    expect(transition(none, propose)).toMatchObject({ tells: false, link: { own: { decision: 'NONE' } } });
    expect(transition(become(none, propose), countersign)).toMatchObject({
      tells: true,
      link: { own: { decision: 'SAME', decidedAt: at }, lapsesAt: inDays(30) },
    });
  });

  test('is not countersigned by its proposer, nor without a proposal', () => {
    expect(transition(become(none, propose), { ...countersign, by: 'liaison-1' })).toEqual({
      refused: 'SAME_OFFICER',
    });
    expect(transition(none, countersign)).toEqual({ refused: 'NOT_PROPOSED' });
  });

  test('that was only proposed is withdrawn without a word abroad', () => {
    const result = transition(become(none, propose), withdraw('PROPOSAL'));
    expect(result).toEqual({ tells: false, link: none });
  });

  test('stays in force while a proposal to change it is withdrawn, however often', () => {
    expect(otherProposed.own).toMatchObject({ decision: 'SAME', proposal: { decision: 'DIFFERENT' } });
    expect(transition(otherProposed, withdraw('PROPOSAL'))).toEqual({ tells: false, link: confirmed });
    expect(transition(confirmed, withdraw('PROPOSAL'))).toEqual({ refused: 'NOT_PROPOSED' });
  });

  test('falls when it is withdrawn itself, and leaves what waits in its place', () => {
    const { link, tells } = transition(otherProposed, withdraw('DECISION')) as { link: Link; tells: boolean };
    expect(tells).toBe(true);
    expect(link.own).toEqual({ decision: 'NONE', decidedAt: at, proposal: otherProposed.own.proposal });
    expect(become(confirmed, withdraw('DECISION')).own).toEqual({ decision: 'NONE', decidedAt: at });
    for (const undecided of [none, become(none, propose)])
      expect(transition(undecided, withdraw('DECISION'))).toEqual({ refused: 'NOT_DECIDED' });
  });

  test.each([
    ['this agency', become(none, { ...propose, decision: 'DIFFERENT' }, countersign)],
    ['the other', become(none, told('DIFFERENT'))],
  ])('is not SAME while %s says DIFFERENT, and may be once that is withdrawn', (_who, different) => {
    expect(transition(different, propose)).toEqual({ refused: 'DECIDED_DIFFERENT' });
    const taken = become(different, different.told.number ? told('NONE', 2) : withdraw('DECISION'));
    expect(transition(taken, propose)).toMatchObject({ link: { own: { proposal: { decision: 'SAME' } } } });
  });

  test('is not SAME where the other agency has said DIFFERENT since it was proposed', () => {
    const proposed = become(none, propose);
    expect(transition(become(proposed, told('DIFFERENT')), countersign)).toEqual({
      refused: 'DECIDED_DIFFERENT',
    });
    expect(transition(become(proposed, told('SAME')), countersign)).toMatchObject({ tells: true });
  });

  test('agrees that the two are different persons', () => {
    const different = become(none, told('DIFFERENT'));
    expect(transition(different, { ...propose, decision: 'DIFFERENT' })).toHaveProperty('link');
  });
});

describe('a change of what the decision stood on', () => {
  const reopen: LinkEvent = { kind: 'REOPEN', at: inDays(1) };

  test('makes it a proposal again, and the other agency is told', () => {
    expect(transition(confirmed, reopen)).toMatchObject({
      tells: true,
      link: { own: { decision: 'NONE', proposal: { needsReview: true, proposedBy: 'liaison-1' } } },
    });
    expect(transition(none, reopen)).toEqual({ nothing: true });
  });

  test('is not countersigned by whoever has changed it, and is by another', () => {
    const changedBy = (by: string): LinkEvent => ({ ...reopen, by });
    const changed = become(confirmed, changedBy('investigator-1'), changedBy('supervisor-2'));
    expect(changed.own.proposal?.changedBy).toEqual(['investigator-1', 'supervisor-2']);
    expect(transition(changed, changedBy('supervisor-2'))).toEqual({ nothing: true });
    for (const by of ['investigator-1', 'supervisor-2'])
      expect(transition(changed, { ...countersign, by })).toEqual({ refused: 'CHANGED_BY_YOU' });
    const signed = become(changed, { ...countersign, by: 'supervisor-3' });
    expect(signed.own).toMatchObject({ decision: 'SAME', grounds: { countersignedBy: 'supervisor-3' } });
    expect(signed.own.grounds).not.toHaveProperty('changedBy');
    expect(signed.own).not.toHaveProperty('proposal');
  });

  test('goes before another proposal, on which no two officers have agreed', () => {
    expect(transition(otherProposed, reopen)).toMatchObject({
      tells: true,
      link: { own: { decision: 'NONE', proposal: { decision: 'SAME', needsReview: true } } },
    });
  });

  test('leaves another proposal where nobody can be asked to countersign what was in force again', () => {
    const { grounds: _, ...own } = otherProposed.own;
    expect(transition({ ...otherProposed, own }, reopen)).toMatchObject({
      link: { own: { decision: 'NONE', proposal: { decision: 'DIFFERENT', needsReview: true } } },
    });
  });

  test('marks what was only proposed, once, and tells nobody', () => {
    const marked = become(none, propose, reopen);
    expect(marked.own.proposal).toMatchObject({ decision: 'SAME', needsReview: true });
    expect(transition(become(none, propose), reopen)).toMatchObject({ tells: false });
    expect(transition(marked, reopen)).toEqual({ nothing: true });
  });
});

describe('a decision that nobody answers', () => {
  const lapse = (days: number): LinkEvent => ({ kind: 'LAPSE', at: inDays(days) });

  test('lapses at its time and not before, unless it was answered', () => {
    expect(transition(unanswered, lapse(29.9))).toEqual({ nothing: true });
    expect(transition(unanswered, lapse(30))).toMatchObject({
      tells: true,
      link: { own: { decision: 'NONE', decidedAt: inDays(30) } },
    });
    expect(transition(confirmed, lapse(400))).toEqual({ nothing: true });
  });

  test('has ended at its time for whoever reads it, before anything writes so', () => {
    expect(linkAt(unanswered, inDays(29.9)).own.decision).toBe('SAME');
    expect(linkAt(unanswered, inDays(30)).own).toEqual({ decision: 'NONE', decidedAt: inDays(30) });
  });

  test('makes no SAME with an answer that comes after its time, and tells so', () => {
    const late = transition(unanswered, told('SAME', 1, inDays(31)));
    expect(late).toMatchObject({
      tells: true,
      link: { own: { decision: 'NONE' }, told: { decision: 'SAME' } },
    });
    const inTime = transition(unanswered, told('SAME', 1, inDays(29)));
    expect(inTime).toMatchObject({ tells: false, link: { own: { decision: 'SAME' } } });
  });

  test('keeps another proposal that waits', () => {
    const proposed = become(unanswered, { ...propose, decision: 'DIFFERENT' });
    expect(become(proposed, lapse(30)).own).toMatchObject({
      decision: 'NONE',
      proposal: { decision: 'DIFFERENT' },
    });
  });

  test('has thirty days anew when the other agency takes its answer back', () => {
    expect(become(confirmed, told('NONE', 2, inDays(100))).lapsesAt).toEqual(inDays(130));
    expect(confirmed.lapsesAt).toBeUndefined();
  });
});

describe('what the other agency tells', () => {
  test('changes nothing when its message is no later than what told before', () => {
    for (const number of [0, 1])
      expect(transition(confirmed, told('NONE', number))).toEqual({ nothing: true });
    expect(transition(confirmed, told('NONE', 2))).toHaveProperty('link');
  });

  test('says that a decision has fallen to be looked at again, until it says more', () => {
    const inReview = become(confirmed, { kind: 'TOLD', at, decision: 'NONE', number: 2, isInReview: true });
    expect(inReview.told).toEqual({ decision: 'NONE', number: 2, isInReview: true });
    expect(become(inReview, told('SAME', 3)).told).toEqual({ decision: 'SAME', number: 3 });
  });
});
