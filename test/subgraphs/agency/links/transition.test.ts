import { describe, expect, test } from '@jest/globals';
import { type Link, linkDecisions, stateOf } from '../../../../subgraphs/agency/links/record.ts';
import { type LinkEvent, transition } from '../../../../subgraphs/agency/links/transition.ts';

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
const countersign: LinkEvent = { kind: 'COUNTERSIGN', by: 'supervisor-1', at };

/** What becomes of a link by events that each change it. */
function become(link: Link, ...events: LinkEvent[]): Link {
  return events.reduce((before, event) => {
    const result = transition(before, event);
    if (!('link' in result)) throw new Error(`${event.kind}: ${JSON.stringify(result)}`);
    return result.link;
  }, link);
}
const confirmed = become(none, propose, countersign, { kind: 'TOLD', at, decision: 'SAME', version: 1 });

describe('the state of a link', () => {
  const expected: Record<string, string> = {
    'SAME SAME': 'SAME',
    'DIFFERENT DIFFERENT': 'DIFFERENT',
    'SAME DIFFERENT': 'DISPUTED',
    'DIFFERENT SAME': 'DISPUTED',
  };
  const pairs = linkDecisions.flatMap((own) => linkDecisions.map((told) => [own, told] as const));
  test.each(pairs)('follows from %s and %s', (own, told) => {
    expect(stateOf({ own: { decision: own }, told: { decision: told } })).toBe(
      expected[`${own} ${told}`] ?? 'UNVERIFIED',
    );
  });
});

describe('the own decision', () => {
  test('is in force, and told, when it is countersigned, and not when it is proposed', () => {
    expect(transition(none, propose)).toMatchObject({ tells: false, link: { own: { decision: 'NONE' } } });
    expect(transition(become(none, propose), countersign)).toMatchObject({
      tells: true,
      link: { own: { decision: 'SAME', version: 1 }, lapsesAt: inDays(30) },
    });
  });

  test('is not countersigned by its proposer, nor without a proposal', () => {
    expect(transition(become(none, propose), { ...countersign, by: 'liaison-1' })).toEqual({
      refused: 'SAME_OFFICER',
    });
    expect(transition(none, countersign)).toEqual({ refused: 'NOT_PROPOSED' });
  });

  test('that was only proposed is withdrawn without a word abroad', () => {
    const result = transition(become(none, propose), { kind: 'WITHDRAW', at });
    expect(result).toEqual({ tells: false, link: none });
  });

  test('falls back to its proposal when what it stood on was changed', () => {
    expect(transition(confirmed, { kind: 'REOPEN', at })).toMatchObject({
      tells: true,
      link: {
        own: { decision: 'NONE', version: 2, proposal: { needsReview: true, proposedBy: 'liaison-1' } },
      },
    });
    expect(transition(none, { kind: 'REOPEN', at })).toEqual({ nothing: true });
  });

  test('lapses at its time and not before, unless it was answered', () => {
    const unanswered = become(none, propose, countersign);
    expect(transition(unanswered, { kind: 'LAPSE', at: inDays(29.9) })).toEqual({ nothing: true });
    expect(transition(unanswered, { kind: 'LAPSE', at: inDays(30) })).toMatchObject({
      tells: true,
      link: { own: { decision: 'NONE' } },
    });
    expect(transition(confirmed, { kind: 'LAPSE', at: inDays(400) })).toEqual({ nothing: true });
  });

  test('has thirty days anew when the other agency takes its answer back', () => {
    const withdrawn = become(confirmed, { kind: 'TOLD', at: inDays(100), decision: 'NONE', version: 2 });
    expect(withdrawn.lapsesAt).toEqual(inDays(130));
  });
});

describe('what the other agency tells', () => {
  test('changes nothing when it is no later than what was told before', () => {
    for (const version of [0, 1])
      expect(transition(confirmed, { kind: 'TOLD', at, decision: 'NONE', version })).toEqual({
        nothing: true,
      });
  });

  test('ends the own decision too when its dossier has ended, and is not told back', () => {
    const ended = transition(confirmed, { kind: 'TOLD', at, decision: 'NONE', version: 2, hasEnded: true });
    expect(ended).toMatchObject({
      tells: false,
      link: { own: { decision: 'NONE' }, told: { decision: 'NONE' } },
    });
  });

  test('makes the own dossier known that was known by a hit, with a SAME of both alone', () => {
    const known = { ...become(none, propose, countersign), knownAs: 'H0' };
    const told = (decision: 'SAME' | 'DIFFERENT') =>
      transition(known, { kind: 'TOLD', at, decision, version: 1 });
    expect(told('SAME')).toMatchObject({ tells: true });
    expect(told('DIFFERENT')).toMatchObject({ tells: false });
  });
});
