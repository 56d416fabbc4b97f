import { withTaken } from '../../../../../subgraphs/agency/actions/with-taken.ts';
import type { DroppedWords } from '../../../../../subgraphs/agency/records/requests/information-request.ts';
import type { TakenStep } from '../../../../../subgraphs/agency/records/requests/request-record.ts';
import {
  mostKept,
  withDropped,
  withLast,
} from '../../../../../subgraphs/agency/records/requests/words/dropped-work.ts';
import { answering, halfAfter, hours } from './halves.ts';

describe('what a request keeps of the past', () => {
  const words = (by: string, dropper: string, at = hours(1)): DroppedWords => ({
    of: 'QUESTION',
    by,
    at,
    dropped: { by: dropper, at, how: 'REPLACED' },
  });

  test('is the last fifty of a kind', () => {
    const all = Array.from({ length: mostKept + 3 }, (_none, n) => n);
    expect(all.reduce<number[]>(withLast, [])).toEqual(all.slice(3));
  });

  test('has one trace of an officer who writes their own words again and again', () => {
    const first = withDropped([], words('lena', 'rogue'));
    let kept = first;
    for (let n = 0; n < 2 * mostKept; n += 1) kept = withDropped(kept, words('rogue', 'rogue', hours(n)));
    expect(kept).toEqual([...first, words('rogue', 'rogue', hours(2 * mostKept - 1))]);
    expect(withDropped(kept, words('rogue', 'sofia'))).toHaveLength(3);
  });

  test('has the last traces of two officers who replace each other’s words again and again, and all of others', () => {
    const first = withDropped([], words('lena', 'rogue'));
    let kept = first;
    for (let n = 0; n < mostKept; n += 1) {
      kept = withDropped(kept, words('rogue', 'friend', hours(n)));
      kept = withDropped(kept, words('friend', 'rogue', hours(n)));
    }
    expect(kept[0]).toEqual(first[0]);
    expect(kept.slice(-2)).toEqual([
      words('rogue', 'friend', hours(mostKept - 1)),
      words('friend', 'rogue', hours(mostKept - 1)),
    ]);
    expect(kept).toHaveLength(11);
  });
});

test('an officer who assigns a request again and again leaves who had it before on record', () => {
  const assigned = Array.from({ length: 2 * mostKept }, (_none, n) => ({
    kind: 'ASSIGN' as const,
    by: 'rogue',
    at: hours(1),
    to: n % 2 === 0 ? 'nobody' : 'nobody.else',
  }));
  const half = halfAfter(answering(), { kind: 'TAKE_UP', by: 'mila', at: hours(1) }, ...assigned);
  expect(half.takenUp?.map(({ by }) => by)).toEqual([
    'mila',
    ...['nobody.else', 'nobody', 'nobody.else', 'nobody', 'nobody.else'],
  ]);
});

describe('the keys of the steps on a request', () => {
  const step = (n: number, at?: Date): TakenStep => ({
    by: 'lena',
    key: String(n),
    fingerprint: 'same',
    ...(at && { at }),
  });
  const takenAfter = (taken: TakenStep[], at: Date) => withTaken(taken, { ...step(-1), at });

  test('are remembered for a day, however many there are', () => {
    const many = Array.from({ length: 200 }, (_none, n) => step(n, hours(0)));
    expect(takenAfter(many, hours(23))).toHaveLength(201);
    expect(takenAfter(many, hours(25)).slice(0, 2)).toEqual([step(151, hours(0)), step(152, hours(0))]);
    expect(takenAfter(many, hours(25))).toHaveLength(mostKept);
  });

  test('are remembered as the last fifty where they were stored without a time', () => {
    const many = Array.from({ length: 200 }, (_none, n) => step(n));
    expect(takenAfter(many, hours(0))).toHaveLength(mostKept);
    expect(takenAfter([step(1)], hours(0))).toHaveLength(2);
  });
});
