import { Ledger } from './ledger.ts';
import { longestGap, windowOf } from './window.ts';

describe('the longest time without success', () => {
  test('is the longest between two successes', () => {
    expect(longestGap([110, 150, 160], 100, 170)).toBe(40);
  });

  test('counts from the beginning and to the end', () => {
    expect(longestGap([150], 100, 160)).toBe(50);
    expect(longestGap([110], 100, 190)).toBe(80);
  });

  test('is all of it where nothing succeeded', () => {
    expect(longestGap([], 100, 190)).toBe(90);
  });
});

describe('a window', () => {
  const ledger = new Ledger();
  const write = { dossier: 'BY-1', key: 'k' };
  ledger.writes.push(
    { at: 10, agency: 'belarus', ...write },
    { at: 20, agency: 'russia', ...write },
    { at: 90, agency: 'belarus', ...write },
  );
  ledger.reads.push({ at: 30, owner: 'belarus', dossier: 'BY-1', requestId: 'q' });
  ledger.refusals.push(
    { at: 40, agency: 'belarus', code: 'AGENCY_UNAVAILABLE', requestId: 'q' },
    { at: 45, agency: 'russia', code: 'OUTCOME_UNKNOWN', requestId: 'q' },
  );
  ledger.slow.push({ at: 50, agency: 'belarus', milliseconds: 1_500 });

  test('has what an agency has answered in its time', () => {
    expect(windowOf(ledger, ['belarus'], 0, 60)).toEqual({
      writes: 1,
      reads: 1,
      refused: new Map([['AGENCY_UNAVAILABLE', 1]]),
      longestWithoutWrite: 50,
      longestWithoutRead: 30,
      slowest: 1_500,
    });
  });

  test('has nothing of another agency, whose answers would hide its silence', () => {
    expect(windowOf(ledger, ['russia'], 0, 60)).toMatchObject({
      writes: 1,
      reads: 0,
      refused: new Map([['OUTCOME_UNKNOWN', 1]]),
      longestWithoutRead: 60,
      slowest: 0,
    });
  });
});
