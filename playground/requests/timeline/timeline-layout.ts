import type { Clock, Side, Timeline, TimelineMark } from './timeline.ts';

/** A line of text in the picture. */
export interface PlacedLine {
  text: string;
  y: number;
  isTitle: boolean;
}

export interface PlacedMark {
  mark: TimelineMark;
  y: number;
  /** Where its words begin, and to which side they run. */
  x: number;
  anchor: 'start' | 'end';
  lines: PlacedLine[];
}

export interface PlacedClock {
  clock: Clock;
  from: number;
  to: number;
}

/** A timeline in pixels: time runs downwards along an axis, the marks of the two agencies on its two sides. */
export interface TimelineLayout {
  width: number;
  height: number;
  /** The place of the axis, from the left. */
  axis: number;
  /** True if the picture is too narrow for two sides, so that all words stand on one. */
  isNarrow: boolean;
  marks: PlacedMark[];
  clocks: PlacedClock[];
}

/** The words of a mark: its title, and what stands below it. */
export interface MarkWords {
  title: string;
  details: readonly string[];
}

const lineHeight = 17;
/** A little more than most letters take, at the size of the picture's words. */
const letterWidth = 7.2;
const between = 14;
const margin = 18;
const fromAxis = 18;
/** Below this width each side would have fewer letters than most words. */
const narrowBelow = 560;

/** Breaks a text between its words, so that no line has more letters than fit, unless a single word has. */
export function brokenLines(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const hour = 3_600_000;

/** More time between two marks is more room, by its logarithm: minutes and weeks stand in one picture. */
const stretchOf = (one: TimelineMark, other: TimelineMark): number =>
  Math.min(48, 7 * Math.log2(1 + Math.max(0, Date.parse(other.at) - Date.parse(one.at)) / hour));

/** The deadline and the present moment have words on the side of the agency that answers. */
const isOnLeft = (side: Side): boolean => side === 'asking';

/** Lays a timeline out for a picture of this width. */
export function layoutOf(
  { marks, clocks }: Timeline,
  width: number,
  wordsOf: (mark: TimelineMark) => MarkWords,
): TimelineLayout {
  const isNarrow = width < narrowBelow;
  const axis = isNarrow ? margin : Math.round(width / 2);
  const room = (isNarrow ? width - axis : axis) - fromAxis - 4;
  const letters = Math.max(8, Math.floor(room / letterWidth));
  let bottom = margin;
  const placed = marks.map((mark, index): PlacedMark => {
    const before = marks[index - 1];
    const { title, details } = wordsOf(mark);
    const y = bottom + (before ? between + stretchOf(before, mark) : 0);
    const texts = [
      ...brokenLines(title, letters).map((text) => ({ text, isTitle: true })),
      ...details.flatMap((each) => brokenLines(each, letters)).map((text) => ({ text, isTitle: false })),
    ];
    const lines = texts.map(({ text, isTitle }, line) => ({ text, isTitle, y: y + 5 + line * lineHeight }));
    bottom = y + lines.length * lineHeight;
    const left = !isNarrow && isOnLeft(mark.side);
    return {
      mark,
      y,
      lines,
      x: left ? axis - fromAxis : axis + fromAxis,
      anchor: left ? 'end' : 'start',
    };
  });
  return {
    width,
    height: Math.ceil(bottom),
    axis,
    isNarrow,
    marks: placed,
    clocks: clocks.map((clock, index) => ({
      clock,
      from: placed[index]?.y ?? 0,
      to: placed[index + 1]?.y ?? 0,
    })),
  };
}
