import { dueOf } from '../../../playground/parts/due.ts';
import { dueOfRequest } from '../../../playground/requests/half/request-due.ts';
import { arrived, received, withEvents } from './half.ts';

describe('the time to do something', () => {
  const [from, until] = ['2026-11-20T00:00:00.000Z', '2026-11-30T00:00:00.000Z'];
  test.each([
    ['2026-11-19T00:00:00.000Z', 'early'],
    ['2026-11-24T23:59:59.999Z', 'early'],
    ['2026-11-25T00:00:00.000Z', 'half'],
    ['2026-11-28T23:59:59.999Z', 'half'],
    ['2026-11-29T00:00:00.000Z', 'late'],
    ['2026-11-29T23:59:59.999Z', 'late'],
    ['2026-11-30T00:00:00.000Z', 'over'],
  ])('is at %s %s', (now, due) => {
    expect(dueOf(from, until, Date.parse(now))).toBe(due);
  });

  test('of no length has run out, or has not', () => {
    expect(dueOf(from, from, Date.parse(from))).toBe('over');
    expect(dueOf(until, from, Date.parse(from) - 1)).not.toBe('over');
  });
});

describe('the time to answer a request', () => {
  test('counts from the receipt', () => {
    expect(dueOfRequest(arrived)).toEqual({
      state: 'running',
      from: arrived.receivedAt,
      until: arrived.deadline,
    });
  });

  test('begins later by as long as the clock stood still', () => {
    const half = withEvents(
      arrived,
      { kind: 'QUESTIONED', at: '2026-11-20T10:00:00.000Z', by: 'lena' },
      { kind: 'CLARIFIED', at: '2026-11-21T10:00:00.000Z', by: null },
    );
    expect(dueOfRequest(half)).toMatchObject({ from: '2026-11-21T09:30:00.000Z' });
  });

  test('stands still while a question is open', () => {
    expect(dueOfRequest({ ...arrived, deadline: null })).toEqual({ state: 'stopped' });
  });

  test('has not begun before the receipt', () => {
    expect(dueOfRequest({ ...received, receivedAt: null, deadline: null })).toEqual({ state: 'not-yet' });
  });

  test('matters no more once it has ended', () => {
    const endedAt = '2026-11-21T10:00:00.000Z';
    expect(dueOfRequest({ ...received, endedAt })).toEqual({ state: 'ended', at: endedAt });
  });
});
