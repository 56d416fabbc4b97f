import {
  joined,
  newSide,
  type OperationSide,
} from '../../../../../subgraphs/agency/records/operations/half/operation-side.ts';
import { december, on, terms } from '../../../../support/operations/two-agencies.ts';

const earlier: OperationSide = {
  ...newSide(),
  told: 3,
  offer: { n: 1, at: on(2), terms, case: 'BY-2026-000001' },
  renewals: [{ until: '2027-01-10', at: december(2) }],
  suspensions: 1,
  resumed: { own: 1, other: 2, at: december(3) },
  members: { ANALYST: 1 },
  plan: [],
};
const later: OperationSide = {
  ...earlier,
  told: 5,
  renewals: [{ until: '2027-01-20', at: december(4) }],
  suspensions: 4,
  resumed: { own: 4, other: 5, at: december(5) },
  declined: december(6),
  ended: december(6),
  members: { LIAISON: 2 },
};

const inBothOrders = (one: OperationSide, other: OperationSide) => [joined(one, other), joined(other, one)];

describe('two accounts of one side, in either order', () => {
  test('make all that either has, and of what changes what was told last', () => {
    const all = { ...later, renewals: [...earlier.renewals, ...later.renewals] };
    expect(inBothOrders(earlier, later)).toEqual([all, all]);
  });

  test.each(['ended', 'declined'] as const)('keep the first moment at which it %s', (field) => {
    const [first, second] = [
      { ...earlier, [field]: december(6) },
      { ...later, [field]: december(7) },
    ];
    for (const each of inBothOrders(first, second)) expect(each[field]).toEqual(december(6));
  });

  test('keep the higher number of an offer, and of one number the later offer', () => {
    const offer = (n: number, at: Date): OperationSide => ({
      ...earlier,
      offer: { n, at, terms, case: 'BY-2026-000001' },
    });
    for (const each of inBothOrders(offer(1, on(5)), offer(3, on(4)))) expect(each.offer?.n).toBe(3);
    for (const each of inBothOrders(offer(1, on(4)), offer(1, on(5)))) expect(each.offer?.at).toEqual(on(5));
  });
});
