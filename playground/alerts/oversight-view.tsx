import { useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import type { AlertCountFragment, ExchangeFragment } from '../generated/operations.ts';
import { type Column, RecordsTable } from '../list/records-table.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { lastOne } from '../wire/last-one.ts';
import { mayOnAlerts } from './alert-steps.ts';
import { exchangeIn, exchangeOperation } from './exchange-in.ts';
import { countedDays, daysCounted, figuresIn, figuresOperation } from './figures-in.ts';

function ExchangeTable({ exchange }: { exchange: readonly ExchangeFragment[] }) {
  const t = useMessages();
  const amount = (number: number) => wordsIn(t).amount(String(number));
  const used = (slots: number, quota: number) =>
    t('exchange.used', { slots: amount(slots), quota: amount(quota) });
  const columns: Column<ExchangeFragment>[] = [
    {
      title: t('exchange.agency'),
      cell: ({ agency }) => <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>,
    },
    { title: t('exchange.waiting'), cell: ({ waiting }) => amount(waiting) },
    { title: t('exchange.postponed'), cell: ({ postponed }) => amount(postponed) },
    {
      title: t('exchange.rhythm'),
      cell: ({ minutes }) => t('exchange.seconds', { seconds: Math.round(minutes * 60) }),
    },
    { title: t('exchange.usedHere'), cell: ({ usedHere, quota }) => used(usedHere, quota) },
    { title: t('exchange.usedThere'), cell: ({ usedThere, quota }) => used(usedThere, quota) },
    {
      title: t('exchange.wrongProofs'),
      cell: ({ wrongProofs }) =>
        wrongProofs > 0 ? <span className="badge overdue">! {wrongProofs}</span> : wrongProofs,
    },
    {
      title: t('exchange.epoch'),
      cell: ({ epoch, nextEpoch, raised, leftToRaise }) =>
        nextEpoch
          ? t('exchange.change', {
              epoch: nextEpoch,
              raised: amount(raised),
              all: amount(raised + leftToRaise),
            })
          : (epoch ?? '–'),
    },
  ];
  return (
    <RecordsTable
      className="wide"
      caption={t('exchange.title')}
      columns={columns}
      items={exchange}
      keyOf={({ agency }) => agency}
    />
  );
}

type Load = Pick<ExchangeFragment, 'agency'> & NonNullable<ExchangeFragment['firstLoad']>;

/** The larger quotas for one load, as each side has signed them. */
function LoadsTable({ exchange }: { exchange: readonly ExchangeFragment[] }) {
  const t = useMessages();
  const { amount, date } = wordsIn(t);
  const loads = exchange.flatMap(({ agency, firstLoad }) => (firstLoad ? [{ agency, ...firstLoad }] : []));
  if (loads.length === 0) return null;
  const terms = (signed: { slots: number; until: string; by?: string | null } | null) =>
    signed
      ? [t('load.terms', { slots: amount(String(signed.slots)), until: date(signed.until) }), signed.by]
          .filter(Boolean)
          .join(', ')
      : t('load.unsigned');
  const columns: Column<Load>[] = [
    {
      title: t('exchange.agency'),
      cell: ({ agency }) => <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>,
    },
    { title: t('load.here'), cell: ({ here }) => terms(here) },
    { title: t('load.there'), cell: ({ there }) => terms(there) },
    {
      title: t('load.state'),
      cell: ({ isInForce }) => t(isInForce ? 'load.inForce' : 'load.notInForce'),
    },
    {
      title: t('load.used'),
      cell: ({ usedHere, usedThere }) => `${amount(String(usedHere))} / ${amount(String(usedThere))}`,
    },
  ];
  return (
    <RecordsTable caption={t('load.title')} columns={columns} items={loads} keyOf={({ agency }) => agency} />
  );
}

/** Neighbouring numbers that were compared within a day, here and there: of the other agency no more than the day and how many. */
function RunsTable({ exchange }: { exchange: readonly ExchangeFragment[] }) {
  const t = useMessages();
  const { date } = wordsIn(t);
  const { officer } = useDesk();
  const own = titleOf(t, 'Agency', officer.viewer.agency);
  // The runs of this agency are the same beside each other one.
  const runs = [
    ...(exchange[0]?.runs ?? []).map(({ case: number, officer: by, day, length }) => ({
      agency: own,
      whose: number ?? by ?? '',
      day,
      length,
    })),
    ...exchange.flatMap(({ agency, runsThere }) =>
      runsThere.map(({ day, length }) => ({ agency: titleOf(t, 'Agency', agency), whose: '', day, length })),
    ),
  ];
  if (runs.length === 0) return <p className="hint">{t('runs.none')}</p>;
  const columns: Column<(typeof runs)[number]>[] = [
    { title: t('exchange.agency'), cell: ({ agency }) => agency },
    { title: t('runs.day'), cell: ({ day }) => date(day) },
    { title: t('runs.length'), cell: ({ length }) => length },
    { title: t('runs.whose'), cell: ({ whose }) => <span className="whole">{whose}</span> },
  ];
  // Two of the other agency may be alike.
  return (
    <RecordsTable caption={t('runs.title')} columns={columns} items={runs} keyOf={(_run, place) => place} />
  );
}

function FiguresTable({ figures }: { figures: readonly AlertCountFragment[] }) {
  const t = useMessages();
  if (figures.length === 0) return <p className="hint">{t('figures.none', { days: daysCounted })}</p>;
  const columns: Column<AlertCountFragment>[] = [
    { title: t('alerts.state'), cell: ({ state }) => titleOf(t, 'AlertState', state) },
    { title: t('alerts.reason'), cell: ({ reason }) => reason && titleOf(t, 'DismissalReason', reason) },
    { title: t('figures.alerts'), cell: ({ alerts }) => alerts },
  ];
  return (
    <RecordsTable
      caption={t('figures.title', { days: daysCounted })}
      columns={columns}
      items={figures}
      keyOf={({ state, reason }) => `${state} ${reason ?? ''}`}
    />
  );
}

interface Shown {
  asked: Asked;
  exchange: Outcome;
  /** The counts of alerts, where an overseer asks; nobody else may. */
  figures: Outcome | undefined;
}

/** The exchange of tokens with the other agencies, and for overseers the counts of alerts. They say nothing of any identifier. */
export function OversightView() {
  const t = useMessages();
  const { ask, mandate, missing, officer } = useDesk();
  const { viewer } = officer;
  const [shown, setShown] = useState<Shown>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = async () => {
    const isLast = begin();
    const asked = askedNow(mandate);
    setAsking(true);
    const [exchange, figures] = await Promise.all([
      ask(exchangeOperation(viewer.agency)),
      mayOnAlerts(viewer, 'figures')
        ? ask(figuresOperation(viewer.agency, countedDays(new Date())))
        : undefined,
    ]);
    if (!isLast()) return;
    setShown({ asked, exchange, figures });
    setAsking(false);
  };
  const exchange =
    shown?.exchange.state === 'answered' ? exchangeIn(shown.exchange.answer, viewer.agency) : undefined;
  const figures =
    shown?.figures?.state === 'answered' ? figuresIn(shown.figures.answer, viewer.agency) : undefined;
  return (
    <section className="exchange" aria-label={t('exchange.title')}>
      <button
        type="button"
        disabled={missing.length > 0 || isAsking}
        className={mayOnAlerts(viewer, 'reading') ? undefined : 'primary'}
        onClick={() => void read()}
      >
        {t('exchange.show')}
      </button>
      <div aria-live="polite">
        {missing.length > 0 && !mayOnAlerts(viewer, 'reading') && (
          <p className="hint">{t('outcome.no-mandate')}</p>
        )}
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.exchange} />}
      </div>
      {shown && <Stamp asked={shown.asked} onAgain={() => void read()} />}
      {exchange &&
        ('gap' in exchange ? (
          <GapShown gap={exchange.gap} />
        ) : (
          <>
            <ExchangeTable exchange={exchange.exchange} />
            <LoadsTable exchange={exchange.exchange} />
            <RunsTable exchange={exchange.exchange} />
          </>
        ))}
      {figures &&
        ('gap' in figures ? <GapShown gap={figures.gap} /> : <FiguresTable figures={figures.figures} />)}
    </section>
  );
}
