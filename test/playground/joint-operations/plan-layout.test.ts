import { planLayout } from '../../../playground/joint-operations/plan/plan-layout.ts';
import { planLines } from '../../../playground/joint-operations/plan/plan-lines.ts';
import { active, ownLine, toldMeasure } from './half.ts';

const term = { from: '2026-12-01', until: '2026-12-31' };
const short = { ofBar: () => 1, ofNeed: () => 1 };

const drawn = (
  measures: (typeof active)['measures'],
  plan: (typeof active)['plan'] = [],
  { today = '2026-12-10', words = short } = {},
) => planLayout(planLines({ ...active, measures, plan }, 'BELARUS'), term, today, words);

const placed = (layout: ReturnType<typeof drawn>) =>
  layout.bars.map(({ line, lane, row, from, until }) => [line.id, lane, row, from, until]);

describe('the days of the picture', () => {
  test('are those of the operation', () => {
    const { days, length, term: shown } = drawn([]);
    expect(days).toEqual(term);
    expect(length).toBe(31);
    expect(shown).toEqual({ from: 0, until: 31 });
  });

  test('go on before and after it where measures and needs do', () => {
    const need = { kind: 'HOLD_BACK', by: '2026-11-25' } as const;
    const layout = drawn([ownLine('V1', ['2026-12-30', '2027-01-02'], need)]);
    expect(layout.days).toEqual({ from: '2026-11-25', until: '2027-01-02' });
    expect(layout.term).toEqual({ from: 6, until: 37 });
  });

  test.each([
    ['2026-12-01', 0],
    ['2026-12-31', 30],
    ['2026-11-30', undefined],
    ['2027-01-01', undefined],
  ])('have today, %s, at %s', (today, at) => {
    expect(drawn([], [], { today }).today).toBe(at);
  });

  test('have their Mondays', () => {
    expect(drawn([]).weeks).toEqual([
      { day: '2026-12-07', at: 6 },
      { day: '2026-12-14', at: 13 },
      { day: '2026-12-21', at: 20 },
      { day: '2026-12-28', at: 27 },
    ]);
  });
});

describe('a bar', () => {
  test('stands in the lane of its agency, over the days on which the measure may begin', () => {
    const layout = drawn(
      [ownLine('V1', ['2026-12-05', '2026-12-06'])],
      [toldMeasure('T1', ['2026-12-05', '2026-12-05'])],
    );
    expect(placed(layout)).toEqual([
      ['V1', 'own', 0, 4, 6],
      ['T1', 'other', 0, 4, 5],
    ]);
    expect(layout.rows).toEqual({ own: 1, other: 1 });
  });

  test('takes a row of its own while another one has the same days, and the first row that is free after it', () => {
    const layout = drawn([
      ownLine('V1', ['2026-12-05', '2026-12-08']),
      ownLine('V2', ['2026-12-08', '2026-12-09']),
      ownLine('V3', ['2026-12-09', '2026-12-10']),
    ]);
    expect(layout.bars.map(({ line, row }) => [line.id, row])).toEqual([
      ['V1', 0],
      ['V2', 1],
      ['V3', 0],
    ]);
    expect(layout.rows.own).toBe(2);
  });

  test('that is shorter than its words has them behind it, where no other bar begins', () => {
    const lines = [ownLine('V1', ['2026-12-05', '2026-12-05']), ownLine('V2', ['2026-12-08', '2026-12-20'])];
    const words = { ofBar: () => 3, ofNeed: () => 1 };
    expect(drawn(lines, [], { words }).bars.map(({ row, isWordInside }) => [row, isWordInside])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(drawn(lines).bars.map(({ row }) => row)).toEqual([0, 0]);
  });

  test('is not there for a measure without known days, or one that the officer may not read', () => {
    const unread = {
      ...ownLine('V1', ['2026-12-05', '2026-12-05']),
      measure: { gap: { state: 'none' } },
    } as const;
    const layout = drawn([unread]);
    expect(layout.bars).toEqual([]);
    expect(layout.rows).toEqual({ own: 1, other: 1 });
  });
});

describe('an arrow', () => {
  test('goes from the day of the bar that is nearest to the one on which something is needed', () => {
    const layout = drawn(
      [
        ownLine('V1', ['2026-12-10', '2026-12-12'], { kind: 'SAME_DAY', by: '2026-12-11' }),
        ownLine('V2', ['2026-12-20', '2026-12-21'], { kind: 'TRANSLATION', by: '2026-12-15' }),
      ],
      [toldMeasure('T1', ['2026-12-02', '2026-12-03'], { kind: 'INFORMATION', by: '2026-12-05' })],
    );
    expect(layout.arrows.map(({ line, lane, from, to }) => [line.id, lane, from, to])).toEqual([
      ['T1', 'other', 2.5, 4.5],
      ['V1', 'own', 10.5, 10.5],
      ['V2', 'own', 19.5, 14.5],
    ]);
  });

  test('has words that stand beside no other ones where there is no room for both', () => {
    const on = (by: string) => ({ kind: 'SAME_DAY', by }) as const;
    const lines = [
      ownLine('V1', ['2026-12-10', '2026-12-10'], on('2026-12-10')),
      ownLine('V2', ['2026-12-11', '2026-12-11'], on('2026-12-11')),
      ownLine('V3', ['2026-12-20', '2026-12-20'], on('2026-12-20')),
    ];
    const { arrows, wordRows } = drawn(lines, [], { words: { ofBar: () => 1, ofNeed: () => 5 } });
    expect(arrows.map(({ wordRow }) => wordRow)).toEqual([0, 1, 0]);
    expect(wordRows).toBe(2);
  });
});

describe('the lines of the plan', () => {
  test('are those of both agencies by their first day, the unknown ones last', () => {
    const unread = { ...ownLine('V2', ['', '']), measure: { gap: { state: 'none' } } } as const;
    const lines = planLines(
      {
        ...active,
        measures: [unread, ownLine('V1', ['2026-12-05', '2026-12-06'])],
        plan: [toldMeasure('T1', ['2026-12-02', '2026-12-02'])],
      },
      'BELARUS',
    );
    expect(lines.map(({ id, agency }) => [id, agency])).toEqual([
      ['T1', 'RUSSIA'],
      ['V1', 'BELARUS'],
      ['V2', 'BELARUS'],
    ]);
    expect(lines[2]).toMatchObject({
      kind: undefined,
      days: undefined,
      place: undefined,
      gap: { state: 'none' },
    });
  });

  test('have the check and the place of own measures alone', () => {
    const [other, own] = planLines(
      {
        ...active,
        measures: [ownLine('V1', ['2026-12-05', '2026-12-06'])],
        plan: [toldMeasure('T1', ['2026-12-02', '2026-12-02'])],
      },
      'BELARUS',
    );
    expect(own).toMatchObject({
      check: { state: 'CONFLICT' },
      place: { dossier: 'BY-7Q4KZ0XN3VDH9TRC', measure: 'V1' },
    });
    expect(other).toMatchObject({ check: null, place: undefined });
  });
});
