import { useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import type { AlertCountFragment, ExchangeFragment } from '../generated/operations.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { countedDays, daysCounted } from '../parts/counted-days.ts';
import { lastOne } from '../wire/last-one.ts';
import { mayOnAlerts } from './alert-steps.ts';
import { exchangeIn, exchangeOperation } from './exchange-in.ts';
import { figuresIn, figuresOperation } from './figures-in.ts';

function ExchangeTable({ exchange }: { exchange: readonly ExchangeFragment[] }) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  return (
    <table className="wide">
      <caption>{t('exchange.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.agency')}</th>
          <th scope="col">{t('exchange.waiting')}</th>
          <th scope="col">{t('exchange.postponed')}</th>
          <th scope="col">{t('exchange.rhythm')}</th>
          <th scope="col">{t('exchange.usedHere')}</th>
          <th scope="col">{t('exchange.usedThere')}</th>
          <th scope="col">{t('exchange.wrongProofs')}</th>
          <th scope="col">{t('exchange.epoch')}</th>
        </tr>
      </thead>
      <tbody>
        {exchange.map((each) => {
          const { agency, waiting, postponed, minutes, usedHere, usedThere, quota, wrongProofs } = each;
          const epochShown = ({ epoch, nextEpoch, raised, leftToRaise }: ExchangeFragment) =>
            nextEpoch
              ? t('exchange.change', {
                  epoch: nextEpoch,
                  raised: amount(String(raised)),
                  all: amount(String(raised + leftToRaise)),
                })
              : (epoch ?? '–');
          const used = (slots: number) =>
            t('exchange.used', { slots: amount(String(slots)), quota: amount(String(quota)) });
          return (
            <tr key={agency}>
              <th scope="row">
                <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>
              </th>
              <td data-label={t('exchange.waiting')}>{amount(String(waiting))}</td>
              <td data-label={t('exchange.postponed')}>{amount(String(postponed))}</td>
              <td data-label={t('exchange.rhythm')}>
                {t('exchange.seconds', { seconds: Math.round(minutes * 60) })}
              </td>
              <td data-label={t('exchange.usedHere')}>{used(usedHere)}</td>
              <td data-label={t('exchange.usedThere')}>{used(usedThere)}</td>
              <td data-label={t('exchange.wrongProofs')}>
                {wrongProofs > 0 ? <span className="badge overdue">! {wrongProofs}</span> : wrongProofs}
              </td>
              <td data-label={t('exchange.epoch')}>{epochShown(each)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

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
  return (
    <table>
      <caption>{t('load.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.agency')}</th>
          <th scope="col">{t('load.here')}</th>
          <th scope="col">{t('load.there')}</th>
          <th scope="col">{t('load.state')}</th>
          <th scope="col">{t('load.used')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ agency, isInForce, here, there, usedHere, usedThere }) => (
          <tr key={agency}>
            <th scope="row">
              <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>
            </th>
            <td data-label={t('load.here')}>{terms(here)}</td>
            <td data-label={t('load.there')}>{terms(there)}</td>
            <td data-label={t('load.state')}>{t(isInForce ? 'load.inForce' : 'load.notInForce')}</td>
            <td data-label={t('load.used')}>
              {amount(String(usedHere))} / {amount(String(usedThere))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
  return (
    <table>
      <caption>{t('runs.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.agency')}</th>
          <th scope="col">{t('runs.day')}</th>
          <th scope="col">{t('runs.length')}</th>
          <th scope="col">{t('runs.whose')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ agency, whose, day, length }, place) => (
          // Two of the other agency may be alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came
          <tr key={place}>
            <th scope="row">{agency}</th>
            <td data-label={t('runs.day')}>{date(day)}</td>
            <td data-label={t('runs.length')}>{length}</td>
            <td data-label={t('runs.whose')}>
              <span className="whole">{whose}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FiguresTable({ figures }: { figures: readonly AlertCountFragment[] }) {
  const t = useMessages();
  if (figures.length === 0) return <p className="hint">{t('figures.none', { days: daysCounted })}</p>;
  return (
    <table>
      <caption>{t('figures.title', { days: daysCounted })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alerts.state')}</th>
          <th scope="col">{t('alerts.reason')}</th>
          <th scope="col">{t('figures.alerts')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ state, reason, alerts }) => (
          <tr key={`${state} ${reason ?? ''}`}>
            <th scope="row">{titleOf(t, 'AlertState', state)}</th>
            <td data-label={t('alerts.reason')}>{reason && titleOf(t, 'DismissalReason', reason)}</td>
            <td data-label={t('figures.alerts')}>{alerts}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
