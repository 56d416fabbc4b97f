import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { useWidth } from '../parts/use-width.ts';
import { daysOfWeek, weekdayOf, weekOf } from './calendar/measure-day.ts';
import { type Bar, barsOn, weekLayout } from './calendar/week-layout.ts';
import { MeasureStateShown } from './measure-state-shown.tsx';
import { daysInWords } from './own/days-in-words.ts';
import { type ListedMeasure, type MeasureLine, measureOf } from './own/own-measures.ts';
import { regionName } from './own/region-name.ts';

/** Below this many pixels seven columns have no room for a word each. */
const wideEnough = 620;

type DrawnBar = Bar<MeasureLine>;

/** A measure in the calendar: its kind, state and region, and for those who do not see the bar its days. */
function Chip({ bar, onShow }: { bar: DrawnBar; onShow: (line: MeasureLine) => void }) {
  const t = useMessages();
  const measure = measureOf(bar.measure) as ListedMeasure;
  const { comesFromBefore, goesOnAfter } = bar;
  return (
    <button
      type="button"
      className="chip"
      data-state={measure.state}
      data-check={measure.check?.state}
      data-before={comesFromBefore}
      data-after={goesOnAfter}
      onClick={() => onShow(bar.measure)}
    >
      {comesFromBefore && <span aria-hidden="true">◂ </span>}
      <strong>{titleOf(t, 'MeasureKind', measure.kind)}</strong>{' '}
      <span className="chip-state">
        <MeasureStateShown measure={measure} />
      </span>{' '}
      {measure.region && <span className="chip-region">{regionName(t, measure.region)}</span>}
      {goesOnAfter && <span aria-hidden="true"> ▸</span>}
      <span className="unseen">
        , {daysInWords(t, bar.days)}
        {comesFromBefore && `, ${t('measures.cameFrom')}`}
        {goesOnAfter && `, ${t('measures.goesOn')}`}
      </span>
    </button>
  );
}

function DayName({ day, today }: { day: string; today: string }) {
  const t = useMessages();
  return (
    <>
      {t(`weekday.${weekdayOf(day) as Weekday}`)}{' '}
      <time dateTime={day} className="whole">
        {wordsIn(t).date(day)}
      </time>
      {day === today && <span className="badge today">{t('measures.today')}</span>}
    </>
  );
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface Drawn {
  days: readonly string[];
  bars: readonly DrawnBar[];
  today: string;
  onShow: (line: MeasureLine) => void;
}

/** Seven columns, and each measure a bar over its days. */
function Columns({ days, bars, today, onShow }: Drawn) {
  return (
    <div className="week-columns">
      <ol className="week-days">
        {days.map((day) => (
          <li key={day} data-today={day === today}>
            <DayName day={day} today={today} />
          </li>
        ))}
      </ol>
      <ul className="week-bars">
        {bars.map((bar) => (
          <li key={bar.measure.id} style={{ gridColumn: `${bar.column} / ${bar.end}`, gridRow: bar.lane }}>
            <Chip bar={bar} onShow={onShow} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The days one below the other, each with its measures. */
function DayList({ days, bars, today, onShow }: Drawn) {
  const t = useMessages();
  return (
    <ol className="week-list">
      {days.map((day) => {
        const here = barsOn(bars, day);
        return (
          <li key={day} data-today={day === today}>
            <h4>
              <DayName day={day} today={today} />
            </h4>
            {here.length === 0 ? (
              <p className="none">{t('measures.nothingOn')}</p>
            ) : (
              <ul>
                {here.map((bar) => (
                  <li key={bar.measure.id}>
                    <Chip bar={bar} onShow={onShow} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/**
 * A week of measures, Monday to Sunday: columns where there is room for them, and a list of its days elsewhere. The table beside it says the same.
 * @param props `week` is any day of the week; `isMore` says that not all of its measures were read yet
 */
export function WeekCalendar(props: {
  week: string;
  lines: readonly MeasureLine[];
  isMore: boolean;
  today: string;
  onShow: (line: MeasureLine) => void;
}) {
  const { week, lines, isMore, today, onShow } = props;
  const t = useMessages();
  const [part, width] = useWidth<HTMLElement>();
  const bars = weekLayout(lines, measureOf, week);
  const drawn = { days: daysOfWeek(week), bars, today, onShow };
  return (
    <section
      ref={part}
      className="week"
      aria-label={t('measures.week', { week: daysInWords(t, weekOf(week)) })}
    >
      {width >= wideEnough ? <Columns {...drawn} /> : <DayList {...drawn} />}
      {isMore && <p className="notice">{t('measures.more')}</p>}
    </section>
  );
}
