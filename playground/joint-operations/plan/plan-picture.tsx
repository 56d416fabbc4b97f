import type { Agency } from '../../../terms/agencies.ts';
import { hasMet } from '../../measures/measure-state-shown.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { type NeedArrow, type PlanBar, type PlanLayout, planLayout } from './plan-layout.ts';
import type { PlanLine } from './plan-lines.ts';

/** The measures of the picture, in pixels. */
const rowHeight = 28;
const barHeight = 20;
const titleHeight = 24;
const axisHeight = 26;
const wordHeight = 18;
const narrowestDay = 9;
/** The room of a date of ten characters. */
const dateWidth = 86;
/** A letter of the picture's type is hardly ever wider. */
const letter = 7.4;

/** The places of the lanes and of what stands between them. */
function heightsOf({ rows, wordRows }: PlanLayout<PlanLine>) {
  const own = axisHeight + titleHeight;
  const ownEnd = own + rows.own * rowHeight;
  const words = ownEnd + 14;
  const otherTitle = words + wordRows * wordHeight + 10;
  const other = otherTitle + titleHeight;
  return { own, ownEnd, words, otherTitle, other, end: other + rows.other * rowHeight + 6 };
}

type Heights = ReturnType<typeof heightsOf>;

interface Drawing {
  heights: Heights;
  /** The pixels of a day. */
  day: number;
}

const topOf = ({ lane, row }: { lane: 'own' | 'other'; row: number }, heights: Heights): number =>
  (lane === 'own' ? heights.own : heights.other) + row * rowHeight;

/** The words of a bar: its kind, and the conflict of an own measure for those who may read of it. */
function useBarWords(): (line: PlanLine) => string {
  const t = useMessages();
  return ({ kind, state, check }) => {
    const title = kind ? titleOf(t, 'MeasureKind', kind) : '';
    const met = check && hasMet(check) ? ` ! ${titleOf(t, 'MeasureCheckState', check.state)}` : '';
    return `${title}, ${state ? titleOf(t, 'MeasureState', state).toLowerCase() : ''}${met}`;
  };
}

function BarDrawn({ bar, words, day, heights }: Drawing & { bar: PlanBar<PlanLine>; words: string }) {
  const { line, from, until, isWordInside } = bar;
  const top = topOf(bar, heights);
  return (
    <g className="plan-bar" data-state={line.state} data-check={line.check?.state} data-agency={line.agency}>
      <rect x={from * day + 1} y={top} width={(until - from) * day - 2} height={barHeight} rx="3" />
      <text x={(isWordInside ? from : until) * day + 6} y={top + 14}>
        {words}
      </text>
    </g>
  );
}

function ArrowDrawn({ arrow, day, heights }: Drawing & { arrow: NeedArrow<PlanLine> }) {
  const { lane, from, to, line } = arrow;
  const isDown = lane === 'own';
  const begin = topOf(arrow, heights) + (isDown ? barHeight : 0);
  const end = isDown ? heights.otherTitle - 2 : heights.ownEnd + 6;
  const tip = isDown ? -7 : 7;
  const x = to * day;
  return (
    <g className="plan-need" data-agency={line.agency}>
      <path d={`M${from * day} ${begin} L${x} ${end}`} />
      <path className="tip" d={`M${x - 4} ${end + tip} L${x} ${end} L${x + 4} ${end + tip} Z`} />
    </g>
  );
}

function Axis({ layout, day, heights }: Drawing & { layout: PlanLayout<PlanLine> }) {
  const t = useMessages();
  const { date } = wordsIn(t);
  const { weeks, term } = layout;
  // A date of ten characters has room where a week is wide enough, and else in every other one.
  const step = Math.ceil(dateWidth / (7 * day));
  return (
    <g className="plan-axis">
      <rect
        className="term"
        x={term.from * day}
        y={axisHeight}
        width={(term.until - term.from) * day}
        height={heights.end - axisHeight}
      />
      {weeks.map(({ day: monday, at }, index) => (
        <g key={monday}>
          <path d={`M${at * day} ${axisHeight} V${heights.end}`} />
          {index % step === 0 && (layout.length - at) * day >= dateWidth && (
            <text x={at * day + 3} y={axisHeight - 8}>
              {date(monday)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** The line of today, through both lanes. */
function Today({ at, end }: { at: number; end: number }) {
  const t = useMessages();
  return (
    <g className="plan-today">
      <path d={`M${at} ${axisHeight - 4} V${end}`} />
      <text x={at + 5} y={axisHeight + 10}>
        {t('measures.today')}
      </text>
    </g>
  );
}

/** The agency of a lane, and that nothing stands in it where that is known; it stays in sight while the days are scrolled. */
function LaneTitle({ agency, y, isEmpty }: { agency: Agency; y: number; isEmpty: boolean }) {
  const t = useMessages();
  return (
    <span data-agency={agency} style={{ top: y }}>
      {titleOf(t, 'Agency', agency)}
      {isEmpty && `: ${t('jointPlan.emptyLane')}`}
    </span>
  );
}

/**
 * The plan as a picture: a lane for each agency, its measures as bars, and arrows to the day by which one needs something of the other.
 * The table below it says the same, so the picture is one image to whoever does not see it.
 * @param props `width` is the room that there is; a longer term is scrolled through
 */
export function PlanPicture(props: {
  lines: readonly PlanLine[];
  own: Agency;
  other: Agency;
  term: { from: string; until: string };
  today: string;
  width: number;
  /** False while the other agency's plan is not shown. */
  isOtherTold: boolean;
}) {
  const { lines, own, other, term, today, width, isOtherTold } = props;
  const t = useMessages();
  const barWords = useBarWords();
  const needWords = ({ need }: PlanLine) => (need ? titleOf(t, 'OperationNeed', need.kind) : '');
  const room = (day: number) => ({
    ofBar: (line: PlanLine) => (barWords(line).length * letter + 14) / day,
    ofNeed: (line: PlanLine) => (needWords(line).length * letter + 16) / day,
  });
  const { length } = planLayout(lines, term, today, room(narrowestDay));
  const day = Math.max(narrowestDay, (width - 2) / length);
  const layout = planLayout(lines, term, today, room(day));
  const heights = heightsOf(layout);
  const drawing = { heights, day };
  /** Words that begin on the last days go on behind them. */
  const behind = Math.max(
    layout.length * day,
    ...layout.bars.map(({ line, until, isWordInside }) =>
      isWordInside ? 0 : (until + room(day).ofBar(line)) * day,
    ),
    ...layout.arrows.map(({ line, to }) => (to + room(day).ofNeed(line)) * day),
  );
  const isEmpty = (lane: 'own' | 'other') => !layout.bars.some((bar) => bar.lane === lane);
  return (
    <>
      <div className="plan-lanes" aria-hidden="true">
        <LaneTitle agency={own} y={axisHeight} isEmpty={isEmpty('own')} />
        <LaneTitle agency={other} y={heights.otherTitle} isEmpty={isOtherTold && isEmpty('other')} />
      </div>
      <svg
        className="plan-svg"
        role="img"
        aria-label={t('jointPlan.picture')}
        width={Math.ceil(behind)}
        height={heights.end}
      >
        <Axis layout={layout} {...drawing} />
        {layout.today !== undefined && <Today at={(layout.today + 0.5) * day} end={heights.end} />}
        {layout.arrows.map((arrow) => (
          <ArrowDrawn key={arrow.line.id} arrow={arrow} {...drawing} />
        ))}
        {layout.arrows.map(({ line, to, wordRow }) => (
          <text key={line.id} x={to * day + 7} y={heights.words + wordRow * wordHeight + 13}>
            {needWords(line)}
          </text>
        ))}
        {layout.bars.map((bar) => (
          <BarDrawn key={bar.line.id} bar={bar} words={barWords(bar.line)} {...drawing} />
        ))}
      </svg>
    </>
  );
}
