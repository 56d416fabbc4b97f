import type { MeasureCheckState, MeasureState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import type { PagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices } from '../parts/field.tsx';
import { daysLater, measureDay, weekOf } from './calendar/measure-day.ts';
import { CheckBadge, MeasureStateShown } from './measure-state-shown.tsx';
import { daysInWords, measureDaysInWords } from './own/days-in-words.ts';
import { type MeasureChoice, type MeasureLine, type MeasurePage, measureOf } from './own/own-measures.ts';
import { regionName } from './own/region-name.ts';
import { WeekCalendar } from './week-calendar.tsx';

const states = Object.keys(titles.MeasureState) as MeasureState[];
const checks = Object.keys(titles.MeasureCheckState) as MeasureCheckState[];

/** The measures of the week, state and comparison that were chosen, or of any. */
export type MeasureList = PagedList<MeasureChoice, MeasurePage>;

/** The choice of a week, a state and a comparison; each reads the list anew. */
function WeekBar({ list, week, today }: { list: MeasureList; week: string; today: string }) {
  const t = useMessages();
  const { missing, mandate } = useDesk();
  const { shown, read, isAsking } = list;
  const { state, check } = shown?.choice ?? {};
  const isReady = missing.length === 0 && mandate.case !== undefined && !isAsking;
  const isAnyTime = shown !== undefined && shown.choice.week === undefined;
  const to = (day: string | undefined) => void read({ week: day, state, check });
  const chosenWeek = shown ? shown.choice.week : today;
  return (
    <div className="request-form filters week-bar">
      {!shown && (
        <button type="button" className="primary" disabled={!isReady} onClick={() => to(today)}>
          {t('measures.list')}
        </button>
      )}
      {shown && (
        <fieldset className="places">
          <legend className="unseen">{t('measures.choice')}</legend>
          <button type="button" disabled={!isReady} onClick={() => to(daysLater(week, -7))}>
            ‹ {t('measures.before')}
          </button>
          <button
            type="button"
            disabled={!isReady}
            aria-pressed={!isAnyTime && weekOf(week).from === weekOf(today).from}
            onClick={() => to(today)}
          >
            {t('measures.thisWeek')}
          </button>
          <button type="button" disabled={!isReady} onClick={() => to(daysLater(week, 7))}>
            {t('measures.after')} ›
          </button>
          <button type="button" disabled={!isReady} aria-pressed={isAnyTime} onClick={() => to(undefined)}>
            {t('measures.anyTime')}
          </button>
        </fieldset>
      )}
      <Choices
        label={t('measures.state')}
        value={state ?? ''}
        values={states}
        empty={t('measures.anyState')}
        nameOf={(each) => titleOf(t, 'MeasureState', each)}
        isDisabled={!isReady}
        onChoose={(chosen) => void read({ week: chosenWeek, state: chosen || undefined, check })}
      />
      <Choices
        label={t('measureCheck.title')}
        value={check ?? ''}
        values={checks}
        empty={t('measureCheck.any')}
        nameOf={(each) => titleOf(t, 'MeasureCheckState', each)}
        isDisabled={!isReady}
        onChoose={(chosen) => void read({ week: chosenWeek, state, check: chosen || undefined })}
      />
    </div>
  );
}

/** The columns of the table, which says what the calendar says. */
function useColumns(onShow: (line: MeasureLine) => void): Column<MeasureLine>[] {
  const t = useMessages();
  return [
    {
      title: t('measures.measure'),
      cell: (line) => {
        const measure = measureOf(line);
        if (!measure) return 'gap' in line.measure && <GapShown gap={line.measure.gap} />;
        return (
          <button type="button" className="link" onClick={() => onShow(line)}>
            {titleOf(t, 'MeasureKind', measure.kind)}
          </button>
        );
      },
    },
    {
      title: t('measures.state'),
      className: 'words',
      cell: (line) => {
        const measure = measureOf(line);
        return measure && <MeasureStateShown measure={{ ...measure, check: null }} />;
      },
    },
    {
      title: t('measureCheck.title'),
      className: 'words',
      cell: (line) => {
        const check = measureOf(line)?.check;
        return check && <CheckBadge state={check.state} />;
      },
    },
    {
      title: t('measures.days'),
      className: 'words',
      cell: (line) => {
        const measure = measureOf(line);
        return measure && measureDaysInWords(t, measure);
      },
    },
    {
      title: t('measures.region'),
      className: 'words',
      cell: (line) => {
        const region = measureOf(line)?.region;
        return region && regionName(t, region);
      },
    },
    {
      title: t('measures.dossier'),
      cell: ({ dossier }) =>
        dossier === null ? (
          <span className="none">{t('measures.erased')}</span>
        ) : (
          <code className="whole">{dossier}</code>
        ),
    },
  ];
}

/** The measures of the mandate's case: the calendar of a week, and the table of the same. */
export function MeasureListView(props: {
  list: MeasureList;
  now: number;
  onShow: (line: MeasureLine) => void;
}) {
  const { list, now, onShow } = props;
  const t = useMessages();
  const { missing, mandate } = useDesk();
  const columns = useColumns(onShow);
  const today = measureDay(now);
  const { shown } = list;
  const week = shown?.choice.week;
  return (
    <>
      <WeekBar list={list} week={week ?? today} today={today} />
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      {missing.length === 0 && mandate.case === undefined && <p className="notice">{t('measures.noCase')}</p>}
      <PagedTable
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{
          caption:
            week === undefined
              ? t('measures.listedAll')
              : t('measures.listed', { week: daysInWords(t, weekOf(week)) }),
          none: t('measures.none'),
        }}
        filter={
          week !== undefined &&
          shown && (
            <>
              <h3 className="week-title">{daysInWords(t, weekOf(week))}</h3>
              <WeekCalendar
                week={week}
                lines={shown.items}
                isMore={shown.page?.pageInfo.hasNextPage ?? false}
                today={today}
                onShow={onShow}
              />
            </>
          )
        }
      />
    </>
  );
}
