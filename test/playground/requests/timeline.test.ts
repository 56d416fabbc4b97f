import { translator } from '../../../playground/messages/translate.ts';
import type { RequestHalf } from '../../../playground/requests/half/own-requests.ts';
import { markAfter } from '../../../playground/requests/timeline/mark-after.ts';
import { timelineOf } from '../../../playground/requests/timeline/timeline.ts';
import { brokenLines, layoutOf } from '../../../playground/requests/timeline/timeline-layout.ts';
import { wordsOfMark } from '../../../playground/requests/timeline/timeline-words.ts';
import { accepted, received, withEvents } from './half.ts';

const at = (time: string) => Date.parse(`2026-11-${time}:00.000Z`);
const told = (half: RequestHalf, now: number) => {
  const { marks, clocks } = timelineOf(half, now);
  return marks.map(({ kind }, index) => (clocks[index] ? `${kind} ${clocks[index]}` : kind));
};

const questioned = withEvents(received, { kind: 'QUESTIONED', at: '2026-11-20T12:00:00.000Z', by: null });
const answer = { ...received, kind: 'GRANTED' } as unknown as NonNullable<RequestHalf['answer']>;

describe('the course of a request', () => {
  test('goes on to the deadline that is to come', () => {
    expect(told(received, at('21T09:00'))).toEqual([
      'DRAFTED before',
      'AUTHORISED before',
      'RECEIVED running',
      'NOW ahead',
      'DEADLINE',
    ]);
  });

  test('has the present behind all that has happened, though the clock of the page is behind', () => {
    expect(told(received, at('01T09:00'))).toEqual([
      'DRAFTED before',
      'AUTHORISED before',
      'RECEIVED running',
      'NOW ahead',
      'DEADLINE',
    ]);
  });

  test('goes past the deadline that nobody has kept', () => {
    expect(told(received, at('24T09:00')).slice(2)).toEqual(['RECEIVED running', 'DEADLINE over', 'NOW']);
  });

  test('has a clock that stands still while a question is open, and runs on once it was answered', () => {
    const open = { ...questioned, state: 'CLARIFICATION' as const, deadline: null };
    expect(told(open, at('21T09:00')).slice(2)).toEqual(['RECEIVED running', 'QUESTIONED stopped', 'NOW']);
    const answered = {
      ...withEvents(questioned, { kind: 'CLARIFIED', at: '2026-11-20T18:00:00.000Z', by: null }),
      deadline: '2026-11-23T15:30:00.000Z',
    };
    expect(told(answered, at('21T09:00')).slice(3)).toEqual([
      'QUESTIONED stopped',
      'CLARIFIED running',
      'NOW ahead',
      'DEADLINE',
    ]);
  });

  test('that has ended before has no deadline and no present moment any more', () => {
    const ended = {
      ...withEvents(received, { kind: 'ENDED', at: '2026-11-21T10:00:00.000Z', by: null }),
      state: 'GRANTED' as const,
      endedAt: '2026-11-21T10:00:00.000Z',
      answer,
    };
    expect(told(ended, at('22T09:00')).slice(2)).toEqual(['RECEIVED running', 'ENDED']);
    const closed = withEvents(ended, { kind: 'CLOSED', at: '2026-11-21T10:00:00.000Z', by: 'inga' });
    expect(told(closed, at('22T09:00')).slice(2)).toEqual(['RECEIVED running', 'ENDED done', 'CLOSED']);
  });

  test('that has ended at the deadline has both in their order', () => {
    const endedAt = received.deadline ?? '';
    const ended = {
      ...withEvents(received, { kind: 'ENDED', at: endedAt, by: null }),
      state: 'NO_DATA' as const,
      endedAt,
    };
    expect(told(ended, at('24T09:00')).slice(2)).toEqual(['RECEIVED running', 'DEADLINE over', 'ENDED']);
  });

  test.each([
    ['GRANTED', answer, 'asked'],
    ['WITHDRAWN', null, 'asking'],
    ['LAPSED', null, 'time'],
    // Decided or made by time: to look at, they are one.
    ['NO_DATA', null, 'time'],
    ['NO_DATA', { ...answer, kind: 'NO_DATA' }, 'time'],
  ] as const)('that has ended %s, %#, is told on the side of %s', (state, given, side) => {
    const endedAt = '2026-11-21T10:00:00.000Z';
    const ended = {
      ...withEvents(received, { kind: 'ENDED', at: endedAt, by: null }),
      state,
      endedAt,
      answer: given,
    };
    expect(timelineOf(ended, at('22T09:00')).marks.at(-1)).toMatchObject({ kind: 'ENDED', side });
  });

  test('at the asked agency begins with the receipt', () => {
    expect(told(accepted, at('21T09:00'))).toEqual([
      'RECEIVED running',
      'ACCEPTED running',
      'NOW ahead',
      'DEADLINE',
    ]);
  });
});

describe('its picture', () => {
  const timeline = timelineOf(questioned, at('21T09:00'));
  const words = { title: 'Зададзена пытанне пра форму', details: ['20.11.2026, 12:00'] };
  const placed = (width: number) => layoutOf(timeline, width, () => words);

  test('has the two agencies on two sides where there is room, and on one where there is none', () => {
    const wide = placed(700);
    expect(wide).toMatchObject({ isNarrow: false, axis: 350 });
    const anchors = (layout: typeof wide) => [...new Set(layout.marks.map(({ anchor }) => anchor))];
    expect(anchors(wide)).toEqual(['end', 'start']);
    expect(anchors(placed(340))).toEqual(['start']);
  });

  test.each([300, 340, 560, 700, 1200])(
    'of %i pixels has no words over others, nor outside of it',
    (width) => {
      const { marks, height, isNarrow, axis } = placed(width);
      const lines = marks.flatMap((mark) => mark.lines);
      for (const [index, line] of lines.entries())
        expect(line.y - (lines[index - 1]?.y ?? -100)).toBeGreaterThanOrEqual(14);
      expect(lines.at(-1)?.y).toBeLessThan(height);
      const room = (isNarrow ? width - axis : axis) - 18;
      for (const { text } of lines) expect(text.length * 7.2).toBeLessThanOrEqual(room);
    },
  );

  test('gives more time more room, and none so much that a week is a mile', () => {
    const { marks } = placed(700);
    const gap = (index: number) => (marks[index + 1]?.y ?? 0) - (marks[index]?.y ?? 0);
    expect(gap(0)).toBeLessThan(gap(3));
    expect(Math.max(...marks.slice(1).map((_, index) => gap(index)))).toBeLessThan(120);
  });

  test('of no width, as while it is not shown, fails nothing', () => {
    expect(placed(0).marks).toHaveLength(timeline.marks.length);
  });

  test('breaks a text between words alone', () => {
    expect(brokenLines('the form is in order', 8)).toEqual(['the form', 'is in', 'order']);
    expect(brokenLines('BYQ-0000000000', 8)).toEqual(['BYQ-0000000000']);
  });
});

describe('the words of a mark', () => {
  const t = translator('en');
  const mark = { kind: 'ENDED', at: '2026-11-21T10:00:00.000Z', by: null, side: 'time' } as const;
  test.each([
    [{ state: 'GRANTED', answer }, 'Ended: Granted'],
    [{ state: 'CLOSED', answer }, 'Ended: Granted'],
    // How it ended is told no more.
    [{ state: 'CLOSED', answer: null }, 'Ended'],
    [{ state: 'LAPSED', answer: null }, 'Ended: Lapsed'],
  ] as const)('of the end of %j are %s', (half, title) => {
    expect(wordsOfMark(t, half, mark).title).toBe(title);
  });

  test('name the officer where they are told', () => {
    const drafted = { kind: 'DRAFTED', at: mark.at, by: 'inga', side: 'asking' } as const;
    expect(wordsOfMark(t, received, drafted)).toMatchObject({
      title: 'Drafted',
      details: [expect.any(String), 'inga'],
    });
    expect(wordsOfMark(t, received, { ...drafted, by: null }).details).toHaveLength(1);
  });
});

test.each([
  ['ArrowDown', undefined, 0],
  ['ArrowUp', undefined, 4],
  ['ArrowDown', 1, 2],
  ['ArrowRight', 4, 4],
  ['ArrowLeft', 0, 0],
  ['Home', 3, 0],
  ['End', 3, 4],
  ['a', 3, undefined],
])('%s leads from mark %s of five to %s', (key, chosen, next) => {
  expect(markAfter(key, chosen, 5)).toBe(next);
});
