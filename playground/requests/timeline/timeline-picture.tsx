import type { MarkKind, Side } from './timeline.ts';
import type { PlacedClock, PlacedMark, TimelineLayout } from './timeline-layout.ts';

/** The sign of a mark: a round one of the agency that asks, a square one of the one that answers, a rhomb of time. */
function Sign({ side, kind, y }: { side: Side; kind: MarkKind; y: number }) {
  if (kind === 'DEADLINE') return <path d={`M-9 ${y} H9`} className="sign" />;
  if (side === 'asking') return <circle cy={y} r="6" className="sign" />;
  if (side === 'asked') return <rect x="-6" y={y - 6} width="12" height="12" className="sign" />;
  return <path d={`M0 ${y - 8} L8 ${y} L0 ${y + 8} L-8 ${y} Z`} className="sign" />;
}

/** The clock between two marks; where it stands still, with the sign of a pause. */
function ClockLine({ clock, from, to }: PlacedClock) {
  const middle = (from + to) / 2;
  return (
    <g data-clock={clock}>
      <path d={`M0 ${from} V${to}`} className="clock" />
      {clock === 'stopped' && <path d={`M-4 ${middle - 6} v12 M4 ${middle - 6} v12`} className="pause" />}
    </g>
  );
}

function Mark(props: { placed: PlacedMark; axis: number; isChosen: boolean; onChoose: () => void }) {
  const { placed, axis, isChosen, onChoose } = props;
  const { mark, y, x, anchor, lines } = placed;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture takes the keys for all of its marks
    <g
      className="timeline-mark"
      data-kind={mark.kind}
      data-side={mark.side}
      data-chosen={isChosen}
      onClick={onChoose}
    >
      <g transform={`translate(${axis} 0)`}>
        <Sign side={mark.side} kind={mark.kind} y={y} />
      </g>
      {lines.map((line) => (
        <text key={line.y} x={x} y={line.y} textAnchor={anchor} className={line.isTitle ? 'title' : 'detail'}>
          {line.text}
        </text>
      ))}
    </g>
  );
}

/** The course of a request as a picture; whoever does not see it has the list of the same beside it. */
export function TimelinePicture(props: {
  layout: TimelineLayout;
  chosen: number | undefined;
  onChoose: (index: number) => void;
}) {
  const { layout, chosen, onChoose } = props;
  const { width, height, axis, marks, clocks } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={`translate(${axis} 0)`}>
        {clocks.map((clock) => (
          <ClockLine key={`${clock.from} ${clock.to}`} {...clock} />
        ))}
      </g>
      {marks.map((placed, index) => (
        <Mark
          key={`${placed.mark.kind} ${placed.mark.at}`}
          placed={placed}
          axis={axis}
          isChosen={index === chosen}
          onChoose={() => onChoose(index)}
        />
      ))}
    </svg>
  );
}
