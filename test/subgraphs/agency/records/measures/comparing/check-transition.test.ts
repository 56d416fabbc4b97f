import {
  checkedAt,
  checkState,
  mayStart,
} from '../../../../../../subgraphs/agency/records/measures/check-state.ts';
import {
  type CheckEvent,
  checkTransition,
} from '../../../../../../subgraphs/agency/records/measures/comparing/check-transition.ts';
import {
  openMeetings,
  shownConflicts,
} from '../../../../../../subgraphs/agency/records/measures/comparing/shown-conflict.ts';
import {
  type MeasureCheck,
  noCheck,
} from '../../../../../../subgraphs/agency/records/measures/measure-check.ts';
import type { MeasureCheckState } from '../../../../../../terms/enums.ts';

const start = new Date('2026-12-01T09:00:00Z');
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const [run, other, week] = ['run 1', 'RUSSIA', '2026-W50'] as const;

const begin: CheckEvent = { kind: 'BEGIN', run, since: start, isCompared: true, at: start };
const list: CheckEvent = { kind: 'LIST', at: start };
const told = (minutes: number): CheckEvent => ({ kind: 'TOLD', run, at: later(minutes) });
const meet = (theirs: string, minutes = 20, own = 'O1', at: string = week): CheckEvent => ({
  kind: 'MEET',
  run,
  meetings: [{ other, own, theirs, week: at }],
  at: later(minutes),
});
const part = (...theirs: string[]): CheckEvent => ({ kind: 'PART', other, theirs, at: later(40) });
const coordinate: CheckEvent = { kind: 'COORDINATE', run, by: 'supervisor-1', at: later(30) };
const override: CheckEvent = { kind: 'OVERRIDE', run, by: 'supervisor-1', reason: 'LIFE', at: later(30) };
const change = (
  changed: { gone?: string[]; isMore?: boolean; isCompared?: boolean },
  minutes = 45,
): CheckEvent => ({
  ...{ kind: 'CHANGE', run, isCompared: true, gone: [], isMore: false },
  ...changed,
  at: later(minutes),
});
const heard = (
  theirs: string,
  how: 'COORDINATED' | 'OVERRIDDEN' = 'COORDINATED',
  own = 'O1',
): CheckEvent => ({
  kind: 'HEARD',
  run,
  other,
  pairs: [{ own, theirs, week }],
  how,
  at: later(35),
});

/** The check after events, of which none is refused. */
const checkAfter = (...events: CheckEvent[]): MeasureCheck =>
  events.reduce((check, event) => {
    const result = checkTransition(check, event);
    if (result && 'refused' in result) throw new Error(`refused: ${result.refused}`);
    return result?.check ?? check;
  }, noCheck);

const stateAfter = (minutes: number, ...events: CheckEvent[]): MeasureCheckState =>
  checkState(checkAfter(...events), later(minutes));

describe('what is said of a measure', () => {
  test.each<[MeasureCheckState, CheckEvent[]]>([
    ['NONE', []],
    ['WAITING', [begin, list]],
    ['CLEAR', [begin, list, told(20)]],
    ['NOT_COMPARED', [{ ...begin, isCompared: false }]],
    ['CONFLICT', [begin, list, meet('T1')]],
    ['CONFLICT', [begin, list, told(20), meet('T1')]],
    ['CONFLICT', [begin, list, told(20), meet('T1'), coordinate]],
    ['CONFLICT', [begin, list, told(20), meet('T1'), heard('T1')]],
    ['COORDINATED', [begin, list, told(20), meet('T1'), coordinate, heard('T1')]],
    ['COORDINATED', [begin, list, told(20), meet('T1'), heard('T1'), coordinate]],
    // The other agency goes on: nothing is agreed on with it.
    ['CONFLICT', [begin, list, told(20), meet('T1'), heard('T1', 'OVERRIDDEN'), coordinate]],
    ['OVERRIDDEN', [begin, list, told(20), meet('T1'), heard('T1', 'OVERRIDDEN'), coordinate, override]],
    ['OVERRIDDEN', [begin, list, told(20), meet('T1'), override]],
    ['OVERRIDDEN', [begin, list, told(20), meet('T1'), coordinate, override]],
    ['CONFLICT', [begin, list, told(20), meet('T1'), heard('T1', 'OVERRIDDEN')]],
    ['CLEAR', [begin, list, told(20), meet('T1'), part('T1')]],
    ['WAITING', [begin, list, meet('T1'), part('T1')]],
    ['NONE', [begin, list, told(20), meet('T1'), { kind: 'STOP', at: later(50) }]],
  ])('is %s after %j', (state, events) => {
    expect(stateAfter(60, ...events)).toBe(state);
  });

  test.each<[string, CheckEvent[]]>([
    ['CLEAR', [begin, list, told(20)]],
    ['COORDINATED with another', [begin, list, told(20), meet('T1'), coordinate, heard('T1')]],
    ['OVERRIDDEN against another', [begin, list, told(20), meet('T1'), override]],
    ['WAITING', [begin, list]],
  ])('is CONFLICT once a later measure meets one that was %s', (_state, events) => {
    expect(stateAfter(60, ...events, meet('T2', 50))).toBe('CONFLICT');
  });

  test('is UNCHECKED after a day without an answer, and what is found out later goes before that', () => {
    const [day, more] = [24 * 60, 24 * 60 + 10];
    expect(stateAfter(day - 1, begin, list)).toBe('WAITING');
    expect(stateAfter(day, begin, list)).toBe('UNCHECKED');
    expect(checkedAt(checkAfter(begin, list), later(more))).toEqual(later(day));
    expect(stateAfter(more, begin, list, told(more))).toBe('CLEAR');
    expect(stateAfter(more, begin, list, meet('T1', more))).toBe('CONFLICT');
  });

  test('waits again, a day at most, once more of it is to be compared', () => {
    const more = change({ isMore: true });
    const day = 45 + 24 * 60;
    expect(stateAfter(46, begin, list, told(20), more)).toBe('WAITING');
    expect(checkAfter(begin, list, told(20), more).listedAt).toBeUndefined();
    expect(stateAfter(60, begin, list, told(20), more, list, told(50))).toBe('CLEAR');
    expect(stateAfter(day - 1, begin, list, told(20), more, list)).toBe('WAITING');
    expect(stateAfter(day, begin, list, told(20), more, list)).toBe('UNCHECKED');
    expect(stateAfter(46, begin, list, told(20), meet('T1'), override, more)).toBe('WAITING');
  });

  test('is in no conflict any more by what its dossier has no more', () => {
    const both = [begin, list, told(20), meet('T1'), meet('T2', 21, 'O2', '2026-W51')];
    const check = checkAfter(...both, change({ gone: ['O1'] }));
    expect(check.meetings.map(({ own }) => own)).toEqual(['O2']);
    expect(check.toldAt).toEqual(later(20));
    expect(stateAfter(60, ...both, change({ gone: ['O1', 'O2'] }))).toBe('CLEAR');
    expect(stateAfter(60, ...both, change({ gone: ['O1', 'O2'], isCompared: false }))).toBe('NOT_COMPARED');
  });

  test('is told with the time since which it is so', () => {
    expect(checkAfter(begin, list).changedAt).toEqual(start);
    expect(checkAfter(begin, list, told(20)).changedAt).toEqual(later(20));
    expect(checkAfter(begin, list, told(20), meet('T1', 25), meet('T2', 28)).changedAt).toEqual(later(25));
  });

  test('changes no more once the measure has ended', () => {
    const ended = checkAfter(begin, list, told(20), { kind: 'END', at: later(25) });
    for (const event of [meet('T1', 30), part('T1'), heard('T1'), told(30), list])
      expect(checkTransition(ended, event)).toBeUndefined();
    expect(checkTransition(ended, coordinate)).toEqual({ refused: 'NOTHING_OPEN' });
    expect(checkState(ended, later(3 * 24 * 60))).toBe('CLEAR');
  });

  test('stays WAITING for a measure that has ended before a day was over', () => {
    expect(stateAfter(3 * 24 * 60, begin, list, { kind: 'END', at: later(25) })).toBe('WAITING');
  });

  test('of what was authorised before it was planned anew says nothing of what is authorised now', () => {
    const anew: CheckEvent = {
      kind: 'BEGIN',
      run: 'run 2',
      since: later(50),
      isCompared: true,
      at: later(50),
    };
    const check = checkAfter(begin, list, told(20), meet('T1'), anew);
    expect(checkState(check, later(51))).toBe('WAITING');
    expect(check.meetings).toEqual([]);
    for (const event of [meet('T1', 55), told(55), heard('T1')])
      expect(checkTransition(check, event)).toBeUndefined();
  });

  test('changes nothing by an event that comes twice', () => {
    const check = checkAfter(begin, list, told(20), meet('T1'), heard('T1'));
    for (const event of [begin, list, told(21), meet('T1', 50), heard('T1')])
      expect(checkTransition(check, event)).toBeUndefined();
    expect(checkTransition(check, part('T9'))).toBeUndefined();
  });

  test('is made a conflict by no word of the other agency alone', () => {
    const check = checkAfter(begin, list, told(20), heard('T1'));
    expect(checkState(check, later(60))).toBe('CLEAR');
    // The word was early: it counts once the two have met.
    expect(stateAfter(60, begin, list, told(20), heard('T1'), meet('T1', 50))).toBe('CONFLICT');
    expect(stateAfter(60, begin, list, told(20), heard('T1'), meet('T1', 20), coordinate)).toBe(
      'COORDINATED',
    );
  });

  test('keeps no more than some early words, and no more than some tokens that meet one', () => {
    const words = Array.from({ length: 100 }, (_, place) => heard(`T${place}`));
    expect(checkAfter(begin, list, ...words).meetings).toHaveLength(64);
    const meetings = Array.from({ length: 100 }, (_, place) => meet(`T${place}`));
    expect(checkAfter(begin, list, ...meetings).meetings).toHaveLength(64);
    expect(checkAfter(begin, list, ...meetings, meet('T1', 20, 'O2')).meetings).toHaveLength(65);
  });

  test('lets a measure start unless it waits or is in conflict', () => {
    const all: MeasureCheckState[] = [
      'NONE',
      'WAITING',
      'CONFLICT',
      'CLEAR',
      'COORDINATED',
      'OVERRIDDEN',
      'UNCHECKED',
      'NOT_COMPARED',
    ];
    expect(all.map(mayStart)).toEqual([false, false, false, true, true, true, true, true]);
  });
});

describe('a supervisor’s word', () => {
  const conflict = checkAfter(begin, list, told(20), meet('T1'), meet('T2', 21, 'O2', '2026-W51'));

  test('is on all that is open, and told by the names of both sides’ tokens', () => {
    const result = checkTransition(conflict, coordinate);
    expect(result).toMatchObject({
      tells: [
        {
          other,
          how: 'COORDINATED',
          pairs: [
            { own: 'O1', theirs: 'T1' },
            { own: 'O2', theirs: 'T2' },
          ],
        },
      ],
    });
    expect(JSON.stringify(result && 'tells' in result && result.tells)).not.toContain('supervisor');
    expect(checkTransition(conflict, override)).toMatchObject({
      tells: [{ how: 'OVERRIDDEN', reason: 'LIFE' }],
    });
  });

  test('is on no authorisation but that which it was read under', () => {
    const anew: CheckEvent = {
      kind: 'BEGIN',
      run: 'run 2',
      since: later(25),
      isCompared: true,
      at: later(25),
    };
    const check = checkAfter(begin, list, anew, { ...meet('T1'), run: 'run 2' } as CheckEvent);
    expect(checkTransition(check, coordinate)).toEqual({ refused: 'NOTHING_OPEN' });
    expect(checkTransition(check, { ...coordinate, run: 'run 2' } as CheckEvent)).toMatchObject({
      tells: [{ how: 'COORDINATED' }],
    });
  });

  test('that one goes on is kept, of both agencies, whatever becomes of the conflict and the authorisation', () => {
    const kept = [
      { other, week, isThere: false, by: 'supervisor-1', reason: 'LIFE', at: later(30) },
      { other, week, isThere: true, at: later(35) },
    ];
    const events = [begin, list, told(20), meet('T1'), override, heard('T1', 'OVERRIDDEN')];
    for (const after of [
      [],
      [part('T1')],
      [{ kind: 'STOP', at: later(50) } as const],
      [{ ...begin, run: 'run 2', at: later(50) } as CheckEvent],
      [part('T1'), { kind: 'END', at: later(50) } as const],
    ])
      expect(checkAfter(...events, ...after).overrides).toEqual(kept);
    // A word on what was never found here is kept of nobody.
    expect(checkAfter(begin, list, heard('T1', 'OVERRIDDEN')).overrides).toBeUndefined();
  });

  test('is refused where nothing is open, or where it was said', () => {
    expect(checkTransition(checkAfter(begin, list, told(20)), coordinate)).toEqual({
      refused: 'NOTHING_OPEN',
    });
    expect(checkTransition(checkAfter(begin, list, meet('T1'), override), override)).toEqual({
      refused: 'NOTHING_OPEN',
    });
    expect(checkTransition(checkAfter(begin, list, meet('T1'), coordinate), coordinate)).toEqual({
      refused: 'ALREADY_SPOKEN',
    });
  });
});

describe('the conflicts that officers see', () => {
  test('are one for each week and state, an open one before a settled one of the same week', () => {
    const check = checkAfter(
      begin,
      list,
      told(20),
      meet('T1'),
      meet('T2', 21, 'O2'),
      override,
      meet('T3', 50),
    );
    expect(shownConflicts(check)).toEqual([
      { agency: other, week, state: 'OPEN', since: later(50), waitsForThem: false, theyGoOn: false },
      { agency: other, week, state: 'OVERRIDDEN', since: later(20), waitsForThem: false, theyGoOn: false },
    ]);
    expect(openMeetings(check).map(({ theirs }) => theirs)).toEqual(['T3']);
  });

  test('say that the other agency’s word is waited for', () => {
    const check = checkAfter(begin, list, told(20), meet('T1'), coordinate);
    expect(shownConflicts(check)).toMatchObject([{ state: 'OPEN', waitsForThem: true, theyGoOn: false }]);
  });

  test('say that the other agency goes on, whose word is waited for no more', () => {
    const check = checkAfter(begin, list, told(20), meet('T1'), coordinate, heard('T1', 'OVERRIDDEN'));
    expect(shownConflicts(check)).toMatchObject([{ state: 'OPEN', waitsForThem: false, theyGoOn: true }]);
  });

  test('are the same whatever the plan of the other agency is', () => {
    const one = shownConflicts(checkAfter(begin, list, meet('T1')));
    expect(shownConflicts(checkAfter(begin, list, meet('T9')))).toEqual(one);
    expect(Object.keys(one[0] ?? {}).sort()).toEqual([
      ...['agency', 'since', 'state', 'theyGoOn', 'waitsForThem', 'week'],
    ]);
  });

  test('are none of what the other agency has spoken of alone', () => {
    expect(shownConflicts(checkAfter(begin, list, heard('T1')))).toEqual([]);
  });
});
