import {
  operationData,
  operationTold,
} from '../../../../../subgraphs/agency/records/operations/operation-data.ts';
import { agreed, december, on, proposed, sign } from '../../../../support/operations/two-agencies.ts';

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
      data: { side: { told: 2, suspensions: 1, offer: { n: 1, at: on(2), case: 'BY-2026-000001' } } },
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

describe('the other agency’s word is not believed', () => {
  const accepted = (data: unknown, n: number) => {
    const copy = structuredClone(data) as { side: Record<string, unknown> };
    copy.side.accepted = { n, at: on(5).toISOString(), case: 'RU-2026-000009' };
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
    expect(agencies.halves.BELARUS).toBe(before);
    expect(agencies.hear('BELARUS', suspended)).toBeUndefined();
  });
});
