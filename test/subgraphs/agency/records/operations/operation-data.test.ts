import { agreedAt } from '../../../../../subgraphs/agency/records/operations/half/agreed-at.ts';
import {
  lastDay,
  operationState,
} from '../../../../../subgraphs/agency/records/operations/half/operation-state.ts';
import {
  isToldAnew,
  operationData,
  operationTold,
  toldMessage,
} from '../../../../../subgraphs/agency/records/operations/operation-data.ts';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import {
  accept,
  agreed,
  december,
  on,
  proposed,
  sign,
  twoAgencies,
} from '../../../../support/operations/two-agencies.ts';

const read = (data: unknown) => operationData[operationTold].safeParse(data);
const isRead = (data: unknown) => read(data).success;

/** The message that Belarus sends when it suspends the operation, with another value at one place, such as `side.offer.n`. */
function told(place?: string, value?: unknown): object {
  const agencies = agreed();
  agencies.step('BELARUS', { kind: 'SUSPEND', by: 'head BY', at: december(2) });
  const data = structuredClone(agencies.wire.BELARUS[0]) as Record<string, unknown>;
  const [last = '', ...outer] = place?.split('.').reverse() ?? [];
  const part = outer.reduceRight((within, key) => within[key] as typeof within, data);
  if (place !== undefined) part[last] = value;
  return data;
}

describe('what an agency tells of an operation', () => {
  test('is read as it was written', () => {
    expect(read(told())).toMatchObject({
      data: {
        side: {
          ...{ told: 2, suspensions: december(2).getTime() },
          offer: { n: 1, at: on(2), case: 'BY-2026-000001' },
        },
      },
    });
  });

  test('names no officer', () => {
    expect(JSON.stringify(told())).not.toMatch(/officer|lead|head|liaison/i);
  });

  test.each<[string, string, unknown]>([
    ['the id of no operation', 'operation', 'BY-7Q4KZ0XN3VDH9TRC'],
    ['an unknown code name', 'side.offer.terms.name', 'CHARLIE'],
    ['a term of 181 days', 'side.offer.terms.until', '2027-05-31'],
    ['a last day before the first', 'side.offer.terms.until', '2026-11-30'],
    ['no day', 'side.offer.terms.until', '2026-02-30'],
    ['no offence', 'side.offer.terms.conducts', []],
    ['an unknown offence', 'side.offer.terms.conducts', ['SPEECH']],
    ['a case of no agency', 'side.offer.case', 'XX-2026-000001'],
    ['a negative count', 'side.suspensions', -1],
    ['a role that takes no part', 'side.members', { OVERSEER: 1 }],
    ['a field of its own', 'side.lead', 'lead BY'],
    ['1,000 members', 'side.members', { ANALYST: 1_000 }],
    [
      'words of 501 characters',
      'side.evaluation',
      { at: on(5).toISOString(), worked: [], failed: [], words: 'a'.repeat(501) },
    ],
  ])('is not understood with %s', (_name, place, value) => {
    expect(isRead(told())).toBe(true);
    expect(isRead(told(place, value))).toBe(false);
  });

  test('is understood with 180 days', () => {
    expect(isRead(told('side.offer.terms.until', '2027-05-29'))).toBe(true);
  });
});

describe('after a restored database', () => {
  test('an agency that has done nothing itself tells the other one that it has taken its offer back', () => {
    const agencies = proposed();
    const before = agencies.halves.BELARUS;
    agencies.step('BELARUS', { kind: 'DECLINE', by: 'liaison', at: on(3), n: 1 });
    agencies.step('BELARUS', sign('head', on(4)));
    agencies.deliver();
    agencies.halves.BELARUS = before;
    expect(isToldAnew(agencies.halves.RUSSIA)).toBe(true);
    const { data } = toldMessage(agencies.halves.RUSSIA, on(5));
    expect(data).toMatchObject({ side: { told: 0 }, yours: { declined: on(4).toISOString() } });
    expect(agencies.hear('BELARUS', data)).toBeUndefined();
    expect(agencies.halves.BELARUS.mine.declined).toEqual(on(4));
  });

  test('a suspension counts that has the place of one which was forgotten, and after which both had gone on', () => {
    const agencies = agreed();
    const before = agencies.halves.BELARUS;
    const step = (kind: 'SUSPEND' | 'RESUME', at: Date, named: readonly Agency[]) => {
      for (const agency of named) agencies.step(agency, { kind, by: 'head', at });
      agencies.deliver();
    };
    const states = (at: Date) => agencyNames.map((each) => operationState(agencies.halves[each], at));
    step('SUSPEND', december(2), ['BELARUS']);
    step('RESUME', december(3), agencyNames);
    expect(states(december(4))).toEqual(['ACTIVE', 'ACTIVE']);
    agencies.halves.BELARUS = before;
    step('SUSPEND', december(5), ['BELARUS']);
    expect(states(december(5))).toEqual(['SUSPENDED', 'SUSPENDED']);
    step('RESUME', december(6), ['BELARUS']);
    expect(states(december(6))).toEqual(['SUSPENDED', 'SUSPENDED']);
    step('RESUME', december(7), ['RUSSIA']);
    expect(states(december(7))).toEqual(['ACTIVE', 'ACTIVE']);
  });

  test('nothing is told of a proposal that nobody has signed or answered', () => {
    expect(isToldAnew(twoAgencies().halves.BELARUS)).toBe(false);
    expect(isToldAnew(proposed().halves.RUSSIA)).toBe(false);
  });
});

describe('the other agency’s word is not believed', () => {
  const accepted = (data: unknown, n: number) => {
    const copy = structuredClone(data) as { side: Record<string, unknown> };
    copy.side.accepted = {
      ...{ n, offered: on(2).toISOString(), at: on(5).toISOString(), case: 'RU-2026-000009' },
    };
    return copy;
  };

  test('on an acceptance of an offer that was not made', () => {
    const agencies = proposed();
    agencies.step('RUSSIA', { kind: 'DECLINE', by: 'liaison', at: on(3), n: 1 });
    agencies.step('RUSSIA', sign('head', on(4)));
    const [declined] = agencies.wire.RUSSIA;
    expect(agencies.hear('BELARUS', accepted(declined, 2))).toBe('NOT_OFFERED');
    expect(agencies.hear('BELARUS', accepted(declined, 1))).toBeUndefined();
  });

  test('on an acceptance of an offer that was forgotten, and another one made in its place', () => {
    const agencies = twoAgencies();
    const before = agencies.halves.BELARUS;
    agencies.step('BELARUS', sign('head BY', on(2)));
    agencies.deliver();
    agencies.step('RUSSIA', accept(on(3)));
    agencies.step('RUSSIA', sign('head RU', on(4)));
    agencies.halves.BELARUS = before;
    agencies.step('BELARUS', sign('another head BY', on(5)));
    const [told] = agencies.wire.RUSSIA;
    expect(agencies.hear('BELARUS', told)).toBe('NOT_OFFERED');
    expect(operationState(agencies.halves.BELARUS, on(5))).toBe('PROPOSED');
    agencies.step('RUSSIA', { kind: 'END', by: 'head RU', at: on(6) });
    expect(agencies.hear('BELARUS', agencies.wire.RUSSIA[1])).toBe('NOT_OFFERED');
    expect(agencies.halves.BELARUS.theirs.ended).toEqual(on(6));
  });

  test('on an acceptance that came too late', () => {
    const agencies = agreed();
    const told = (at: Date) => {
      const { mine } = agencies.halves.RUSSIA;
      const accepted = mine.accepted && { ...mine.accepted, at };
      return { ...agencies.halves.BELARUS, theirs: { ...mine, ...(accepted && { accepted }) } };
    };
    expect(agreedAt(told(new Date(on(32).getTime() - 1)))).toBeDefined();
    expect(agreedAt(told(on(32)))).toBeUndefined();
  });

  test('on an acceptance of another offer', () => {
    const { mine, theirs } = agreed().halves.BELARUS;
    const told = (changed: object) => ({
      mine,
      theirs: { ...theirs, ...(theirs.accepted && { accepted: { ...theirs.accepted, ...changed } }) },
    });
    expect(agreedAt(told({}))).toEqual(on(4));
    expect(agreedAt(told({ n: 2 }))).toBeUndefined();
    expect(agreedAt(told({ offered: on(1) }))).toBeUndefined();
  });

  test('on a longer term that it has signed when all was over', () => {
    const { mine, theirs } = agreed().halves.BELARUS;
    const signed = (at: Date) => [{ until: '2027-01-20', at }];
    const until = (at: Date) =>
      lastDay({
        mine: { ...mine, renewals: signed(december(5)) },
        theirs: { ...theirs, renewals: signed(at) },
      });
    expect(until(december(20))).toBe('2027-01-20');
    expect(until(december(22))).toBe('2026-12-20');
  });

  test('on an offer that is no answer', () => {
    const agencies = proposed();
    agencies.step('RUSSIA', accept(on(3)));
    const offer = { ...agencies.halves.BELARUS.mine.offer, at: on(3).toISOString(), case: 'RU-2026-000001' };
    const { data } = toldMessage(agreed().halves.RUSSIA, on(4));
    const { accepted: _, ...side } = data.side as Record<string, unknown>;
    const answered = (n: number) => ({ ...data, side: { ...side, offer: { ...offer, n } } });
    expect(agencies.hear('BELARUS', answered(1))).toBe('CONTRADICTS');
    expect(agencies.hear('BELARUS', answered(3))).toBe('CONTRADICTS');
    expect(agencies.hear('BELARUS', answered(2))).toBeUndefined();
  });

  test('on another offer once both have agreed', () => {
    const agencies = agreed();
    agencies.step('RUSSIA', { kind: 'SUSPEND', by: 'head', at: december(2) });
    const [suspended] = agencies.wire.RUSSIA as [{ side: Record<string, unknown> }];
    const offer = {
      ...agencies.halves.BELARUS.mine.offer,
      at: on(2).toISOString(),
      n: 2,
      case: 'RU-2026-000001',
    };
    const before = agencies.halves.BELARUS;
    const contradicting = { ...suspended, side: { ...suspended.side, offer } };
    expect(agencies.hear('BELARUS', contradicting)).toBe('CONTRADICTS');
    const { suspensions, ...rest } = agencies.halves.BELARUS.theirs;
    expect(rest).toEqual({ ...before.theirs, suspensions: undefined });
    // What withholds is believed all the same.
    expect(suspensions).toBe(december(2).getTime());
    expect(operationState(agencies.halves.BELARUS, december(2))).toBe('SUSPENDED');
    expect(agencies.hear('BELARUS', suspended)).toBeUndefined();
  });
});
