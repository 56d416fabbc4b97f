import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useAnswer } from '../answer/use-answer.ts';
import { useDesk } from '../desk/use-desk.ts';
import { type Column, RecordsTable } from '../list/records-table.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import {
  lengthInWords,
  type MeasureExchange,
  measureExchangeIn,
  measureExchangeOperation,
  type ShownSeries,
  seriesIn,
} from './own/measure-exchange.ts';

interface Listed {
  exchange: readonly MeasureExchange[];
}

/** The quota and the queue with each other agency. */
function QuotaTable({ exchange }: Listed) {
  const t = useMessages();
  const amount = (number: number) => wordsIn(t).amount(String(number));
  const used = (slots: number, quota: number) =>
    t('exchange.used', { slots: amount(slots), quota: amount(quota) });
  const columns: Column<MeasureExchange>[] = [
    { title: t('exchange.agency'), cell: ({ agency }) => titleOf(t, 'Agency', agency) },
    { title: t('measureExchange.waiting'), cell: ({ waiting }) => amount(waiting) },
    { title: t('exchange.usedHere'), cell: ({ usedHere, quota }) => used(usedHere, quota) },
    { title: t('exchange.usedThere'), cell: ({ usedThere, quota }) => used(usedThere, quota) },
    {
      title: t('exchange.wrongProofs'),
      cell: ({ wrongProofs }) =>
        wrongProofs > 0 ? <span className="badge overdue">! {wrongProofs}</span> : wrongProofs,
    },
    { title: t('measureExchange.secret'), cell: ({ comparedSecret }) => amount(comparedSecret) },
  ];
  return (
    <RecordsTable
      className="wide"
      caption={t('measureExchange.title')}
      columns={columns}
      items={exchange}
      keyOf={({ agency }) => agency}
    />
  );
}

/** The rhythm of the rounds with each other agency, and the keys under which they compare. */
function KeysTable({ exchange }: Listed) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  const columns: Column<MeasureExchange>[] = [
    { title: t('exchange.agency'), cell: ({ agency }) => titleOf(t, 'Agency', agency) },
    {
      title: t('exchange.rhythm'),
      cell: ({ minutes }) => t('measureExchange.minutes', { minutes: amount(String(minutes)) }),
    },
    { title: t('exchange.epoch'), cell: ({ epoch }) => <span className="whole">{epoch ?? '–'}</span> },
    {
      title: t('measureExchange.nextEpoch'),
      cell: ({ nextEpoch }) => <span className="whole">{nextEpoch ?? '–'}</span>,
    },
    {
      title: t('measureExchange.mayDropOldKey'),
      cell: ({ mayDropOldKey }) => t(`value.${mayDropOldKey}`),
    },
  ];
  return (
    <RecordsTable
      caption={t('measureExchange.keys')}
      columns={columns}
      items={exchange}
      keyOf={({ agency }) => agency}
    />
  );
}

/** Measures that were authorised and compared, and not taken, one after the other, here and there: of the other agency the day and the least number alone. */
function SeriesTable({ exchange }: Listed) {
  const t = useMessages();
  const { date } = wordsIn(t);
  const { officer } = useDesk();
  const series = seriesIn(exchange, officer.viewer.agency);
  if (series.length === 0) return <p className="hint">{t('measureExchange.noSeries')}</p>;
  const columns: Column<ShownSeries>[] = [
    { title: t('exchange.agency'), cell: ({ agency }) => titleOf(t, 'Agency', agency) },
    { title: t('runs.day'), cell: ({ day }) => date(day) },
    { title: t('measureExchange.length'), cell: (each) => lengthInWords(t, each) },
    { title: t('runs.whose'), cell: ({ whose }) => <span className="whole">{whose}</span> },
  ];
  // Two of the other agency may be alike.
  return (
    <RecordsTable
      caption={t('measureExchange.series')}
      columns={columns}
      items={series}
      keyOf={(_series, place) => place}
    />
  );
}

/** Conflicts against which a supervisor of either agency went on. */
function OverridesTable({ exchange }: Listed) {
  const t = useMessages();
  const { officer } = useDesk();
  const overrides = exchange.flatMap(({ agency, overrides: all }) =>
    all.map((each) => ({ ...each, by: each.isThere ? agency : officer.viewer.agency })),
  );
  if (overrides.length === 0) return <p className="hint">{t('measureExchange.noOverrides')}</p>;
  const columns: Column<(typeof overrides)[number]>[] = [
    { title: t('measureCheck.week'), cell: ({ week }) => <span className="whole">{week}</span> },
    { title: t('exchange.agency'), cell: ({ by }) => titleOf(t, 'Agency', by) },
    {
      title: t('measures.reason'),
      className: 'words',
      cell: ({ reason }) => reason && titleOf(t, 'OverrideReason', reason),
    },
    { title: t('measureExchange.at'), cell: ({ at }) => wordsIn(t).moment(at) },
  ];
  return (
    <RecordsTable
      caption={t('measureExchange.overrides')}
      columns={columns}
      items={overrides}
      keyOf={(_override, place) => place}
    />
  );
}

/** The comparison of measures with the other agencies; it tells nothing of any of them. */
export function ExchangeView() {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const { shown, asking, read } = useAnswer(measureExchangeOperation);
  const ask = () => void read(undefined);
  const found =
    shown?.outcome.state === 'answered' ? measureExchangeIn(shown.outcome.answer, agency) : undefined;
  return (
    <section className="exchange" aria-label={t('measureExchange.title')}>
      <button type="button" disabled={missing.length > 0 || asking !== undefined} onClick={ask}>
        {t('measureExchange.show')}
      </button>
      <div aria-live="polite">
        {asking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} onAgain={ask} />}
      </div>
      {shown && <Stamp asked={shown.asked} onAgain={ask} />}
      {found &&
        ('gap' in found ? (
          <GapShown gap={found.gap} />
        ) : (
          <>
            <QuotaTable exchange={found.exchange} />
            <KeysTable exchange={found.exchange} />
            <SeriesTable exchange={found.exchange} />
            <OverridesTable exchange={found.exchange} />
          </>
        ))}
    </section>
  );
}
