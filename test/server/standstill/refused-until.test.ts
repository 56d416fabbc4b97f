import { refusedFor, refusedUntil } from '../../../server/standstill/refused-until.ts';

const at = 1_000_000;
const of = (caller: string, since = at, operation = 'nested') => ({ caller, operation, at: since });
const asked = (caller: string, operation = 'nested') => ({ caller, operation });

describe('an operation for which a process stood still', () => {
  test('is refused to its caller for ten minutes', () => {
    expect(refusedUntil([of('one')], asked('one'), at)).toBe(at + refusedFor);
    expect(refusedUntil([of('one')], asked('one'), at + refusedFor - 1)).toBe(at + refusedFor);
    expect(refusedUntil([of('one')], asked('one'), at + refusedFor)).toBeUndefined();
  });

  test('is not refused to others, however often it was that caller’s, nor is another operation to him', () => {
    const often = [of('one'), of('one', at + 1), of('one', at + 2)];
    expect(refusedUntil(often, asked('other'), at)).toBeUndefined();
    expect(refusedUntil(often, asked('one', 'plain'), at)).toBeUndefined();
  });

  test('is refused to everybody as long as it was that of two callers in ten minutes', () => {
    const ofTwo = [of('one'), of('two', at + 60_000)];
    expect(refusedUntil(ofTwo, asked('third'), at + 60_000)).toBe(at + refusedFor);
    expect(refusedUntil(ofTwo, asked('third'), at + refusedFor)).toBeUndefined();
    expect(refusedUntil(ofTwo, asked('two'), at + refusedFor)).toBe(at + 60_000 + refusedFor);
  });

  test('is counted by itself: two operations of two callers are no operation of both', () => {
    const apart = [of('one'), of('two', at, 'other')];
    expect(refusedUntil(apart, asked('third'), at)).toBeUndefined();
  });
});
