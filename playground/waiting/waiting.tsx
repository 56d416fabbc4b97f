import { useId, useState } from 'react';
import type { WaitingKind } from '../../terms/enums.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import type { WaitingItemFragment } from '../generated/operations.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { DueShown } from '../parts/due-shown.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { useNow } from '../parts/use-now.ts';
import { lastOne } from '../wire/last-one.ts';
import { nameOfItem, type WaitingPage, waitingIn, waitingOperation } from './waiting-list.ts';

interface Shown {
  asked: Asked;
  outcome: Outcome;
  /** The items of every page that was read. */
  items: readonly WaitingItemFragment[];
  page: WaitingPage | undefined;
  /** How much waits of every kind, whichever is shown. */
  counts: WaitingPage['counts'];
}

/** True for a dossier or a hit, which breaks nowhere. */
const isId = (text: string): boolean => /^[A-Z]+-[0-9A-Z]+$/.test(text);

interface Ways {
  onOpen: (dossier: string) => void;
  /** Shows a request, where its steps are taken. */
  onRequest: (id: string) => void;
  /** Shows an alert, where its steps are taken. */
  onAlert: (id: string) => void;
}

function Row({ item, now, onOpen, onRequest, onAlert }: Ways & { item: WaitingItemFragment; now: number }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const { dossier, request, alert, agency, text } = nameOfItem(item);
  return (
    <tr>
      <th scope="row" className="words">
        {titleOf(t, 'WaitingKind', item.kind)}
      </th>
      <td>
        {dossier !== undefined && (
          <button type="button" className="link" onClick={() => onOpen(dossier)}>
            {dossier}
          </button>
        )}{' '}
        {request !== undefined && (
          <button type="button" className="link" onClick={() => onRequest(request)}>
            {request}
          </button>
        )}
        {alert !== undefined && (
          <button type="button" className="link" onClick={() => onAlert(alert)}>
            {alert}
          </button>
        )}
        {agency && `${titleOf(t, 'Agency', agency)} `}
        <span className={isId(text) ? 'whole' : undefined}>
          <ShownText>{text}</ShownText>
        </span>
      </td>
      <td data-label={t('waiting.due')}>
        {item.due !== null && <DueShown from={item.since} until={item.due} now={now} />}
      </td>
      <td data-label={t('waiting.since')}>{moment(item.since)}</td>
      <td data-label={t('waiting.steps')}>
        {item.steps.map(({ action }) => titleOf(t, 'WaitingAction', action)).join('; ')}
      </td>
    </tr>
  );
}

/**
 * The list of all that waits for the officer, with a way to each dossier, request and alert. Steps on requests and alerts are taken where
 * these are shown, all others in the editor.
 */
export function Waiting(ways: Ways) {
  const t = useMessages();
  const now = useNow();
  const id = useId();
  const { ask, mandate, missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const [kind, setKind] = useState<WaitingKind>();
  const [shown, setShown] = useState<Shown>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = async (of: WaitingKind | undefined, before: Shown | undefined) => {
    const isLast = begin();
    const asked = askedNow(mandate);
    setAsking(true);
    const outcome = await ask(waitingOperation(agency, of, before?.page?.pageInfo.endCursor));
    if (!isLast()) return;
    const found = outcome.state === 'answered' ? waitingIn(outcome.answer, agency) : undefined;
    const page = found && 'waiting' in found ? found.waiting : undefined;
    const items = [...(before?.items ?? []), ...(page?.nodes ?? [])];
    const counts = (of === undefined ? page?.counts : shown?.counts) ?? [];
    setShown({ asked, outcome, items, page, counts });
    setAsking(false);
  };
  const isReady = missing.length === 0 && !isAsking;
  const gap = shown?.outcome.state === 'answered' ? waitingIn(shown.outcome.answer, agency) : undefined;
  return (
    <section className="officers" aria-label={t('waiting.title')}>
      <h2>{t('waiting.title')}</h2>
      <p className="hint">{t('waiting.hint')}</p>
      <button
        type="button"
        className="primary"
        disabled={!isReady}
        onClick={() => {
          setKind(undefined);
          void read(undefined, undefined);
        }}
      >
        {t('waiting.list')}
      </button>
      <div aria-live="polite">
        {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} />}
        {gap && 'gap' in gap && <GapShown gap={gap.gap} />}
        {shown?.page && shown.items.length === 0 && <p className="hint">{t('waiting.none')}</p>}
      </div>
      {shown?.page && shown.items.length > 0 && (
        <>
          <Stamp asked={shown.asked} />
          <p>
            <label htmlFor={id}>{t('waiting.kind')}</label>
            <select
              id={id}
              value={kind ?? ''}
              disabled={!isReady}
              onChange={({ target }) => {
                const of = shown.counts.find((one) => one.kind === target.value)?.kind;
                setKind(of);
                void read(of, undefined);
              }}
            >
              <option value="">{t('waiting.all')}</option>
              {shown.counts.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {`${titleOf(t, 'WaitingKind', one.kind)} (${one.count}${one.isMore ? '+' : ''})`}
                </option>
              ))}
            </select>
          </p>
          <table>
            <caption>{t('waiting.listed')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('waiting.kind')}</th>
                <th scope="col">{t('waiting.what')}</th>
                <th scope="col">{t('waiting.due')}</th>
                <th scope="col">{t('waiting.since')}</th>
                <th scope="col">{t('waiting.steps')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.items.map((item) => (
                <Row key={item.id} item={item} now={now} {...ways} />
              ))}
            </tbody>
          </table>
          {shown.page.pageInfo.hasNextPage && (
            <button type="button" disabled={!isReady} onClick={() => void read(kind, shown)}>
              {t('waiting.more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
