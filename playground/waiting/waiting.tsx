import { useId, useState } from 'react';
import type { WaitingKind } from '../../terms/enums.ts';
import type { MeasurePlace } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import type { WaitingItemFragment } from '../generated/operations.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import { usePagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { DueShown } from '../parts/due-shown.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { useNow } from '../parts/use-now.ts';
import { mayHaveNotices } from './measure-notices.ts';
import { MeasureNoticesView } from './measure-notices-view.tsx';
import { OperationNoticesView } from './operation-notices-view.tsx';
import { nameOfItem, type WaitingPage, waitingQuestion } from './waiting-list.ts';

/** True for a dossier or a hit, which breaks nowhere. */
const isId = (text: string): boolean => /^[A-Z]+-[0-9A-Z]+$/.test(text);

interface Ways {
  onOpen: (dossier: string) => void;
  /** Shows a request, where its steps are taken. */
  onRequest: (id: string) => void;
  /** Shows an alert, where its steps are taken. */
  onAlert: (id: string) => void;
  /** Shows a measure, where its steps are taken. */
  onMeasure: (place: MeasurePlace) => void;
  /** Shows a joint operation, where its steps are taken. */
  onOperation: (id: string) => void;
}

function What(props: Ways & { item: WaitingItemFragment }) {
  const { item, onOpen, onRequest, onAlert, onMeasure, onOperation } = props;
  const t = useMessages();
  const { dossier, request, alert, measure, operation, agency, text } = nameOfItem(item);
  return (
    <>
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
      {operation !== undefined && (
        <button type="button" className="link" onClick={() => onOperation(operation)}>
          {operation}
        </button>
      )}
      {measure !== undefined && (
        <button
          type="button"
          className="link"
          onClick={() => onMeasure({ dossier: measure.dossier, measure: measure.measure })}
        >
          {titleOf(t, 'MeasureKind', measure.kind)}
        </button>
      )}
      {agency && `${titleOf(t, 'Agency', agency)} `}
      <span className={isId(text) ? 'whole' : undefined}>
        <ShownText>{text}</ShownText>
      </span>
    </>
  );
}

/** A choice of one kind, with how much waits of each. */
function Kinds(props: {
  counts: WaitingPage['counts'];
  kind: WaitingKind | undefined;
  isReady: boolean;
  onChoose: (kind: WaitingKind | undefined) => void;
}) {
  const { counts, kind, isReady, onChoose } = props;
  const t = useMessages();
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{t('waiting.kind')}</label>
      <select
        id={id}
        value={kind ?? ''}
        disabled={!isReady}
        onChange={({ target }) => onChoose(counts.find((one) => one.kind === target.value)?.kind)}
      >
        <option value="">{t('waiting.all')}</option>
        {counts.map((one) => (
          <option key={one.kind} value={one.kind}>
            {`${titleOf(t, 'WaitingKind', one.kind)} (${one.count}${one.isMore ? '+' : ''})`}
          </option>
        ))}
      </select>
    </p>
  );
}

/**
 * The list of all that waits for the officer, with a way to each dossier, request, alert, measure and joint operation. Steps on the last four are taken
 * where these are shown, all others in the editor.
 */
export function Waiting(ways: Ways) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  const now = useNow();
  const { missing, officer } = useDesk();
  const list = usePagedList(waitingQuestion);
  /** How much waits of every kind, whichever is shown. */
  const [counts, setCounts] = useState<WaitingPage['counts']>([]);
  const isReady = missing.length === 0 && !list.isAsking;
  const readAll = async () => setCounts((await list.read(undefined))?.counts ?? []);
  const columns: Column<WaitingItemFragment>[] = [
    {
      title: t('waiting.kind'),
      className: 'words',
      cell: ({ kind }) => titleOf(t, 'WaitingKind', kind),
    },
    { title: t('waiting.what'), isLabelled: false, cell: (item) => <What item={item} {...ways} /> },
    {
      title: t('waiting.due'),
      cell: ({ since, due }) => due !== null && <DueShown from={since} until={due} now={now} />,
    },
    { title: t('waiting.since'), cell: ({ since }) => moment(since) },
    {
      title: t('waiting.steps'),
      cell: ({ steps }) => steps.map(({ action }) => titleOf(t, 'WaitingAction', action)).join('; '),
    },
  ];
  return (
    <section className="officers" aria-label={t('waiting.title')}>
      <h2>{t('waiting.title')}</h2>
      <p className="hint">{t('waiting.hint')}</p>
      <button type="button" className="primary" disabled={!isReady} onClick={() => void readAll()}>
        {t('waiting.list')}
      </button>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <PagedTable
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{ caption: t('waiting.listed'), none: t('waiting.none') }}
        filter={
          counts.length > 0 && (
            <Kinds
              counts={counts}
              kind={list.shown?.choice}
              isReady={isReady}
              onChoose={(kind) => void (kind === undefined ? readAll() : list.read(kind))}
            />
          )
        }
      />
      {mayHaveNotices(officer.viewer) && <MeasureNoticesView onMeasure={ways.onMeasure} />}
      {mayHaveNotices(officer.viewer) && <OperationNoticesView onOperation={ways.onOperation} />}
    </section>
  );
}
