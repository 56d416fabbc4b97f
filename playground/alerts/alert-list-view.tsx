import type { AlertState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import type { PagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Choices } from '../parts/field.tsx';
import { AlertDueShown, AlertStateShown } from './alert-state-shown.tsx';
import type { AlertPage, ListedAlert } from './own-alerts.ts';

const states = Object.keys(titles.AlertState) as AlertState[];

/** The alerts of a state that was chosen, or in any state. */
export type AlertList = PagedList<AlertState | undefined, AlertPage>;

/** The alerts that the officer may know of, with the end of the time to do something about each. */
export function AlertListView(props: { list: AlertList; now: number; onShow: (id: string) => void }) {
  const { list, now, onShow } = props;
  const t = useMessages();
  const { missing } = useDesk();
  const { shown, read, isAsking } = list;
  const columns: Column<ListedAlert>[] = [
    {
      title: t('alerts.alertAndCase'),
      cell: (alert) => (
        <>
          <button type="button" className="link whole" onClick={() => onShow(alert.id)}>
            {alert.id}
          </button>
          <small className="whole">{alert.case}</small>
        </>
      ),
    },
    { title: t('alerts.state'), cell: (alert) => <AlertStateShown alert={alert} /> },
    {
      title: t('alerts.kind'),
      className: 'words',
      cell: ({ kind }) =>
        kind ? titleOf(t, 'IndicatorKind', kind) : <span className="none">{t('alerts.kindHidden')}</span>,
    },
    {
      title: t('alerts.other'),
      className: 'words',
      cell: ({ agency }) => <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>,
    },
    {
      title: t('alerts.since'),
      className: 'words since',
      cell: ({ since }) => wordsIn(t).moment(since),
    },
    {
      title: t('alerts.due'),
      className: 'words',
      cell: (alert) => <AlertDueShown alert={alert} now={now} />,
    },
  ];
  return (
    <>
      <div className="request-form filters">
        <button
          type="button"
          className="primary"
          disabled={missing.length > 0 || isAsking}
          onClick={() => void read(shown?.choice)}
        >
          {t('alerts.list')}
        </button>
        <Choices
          label={t('alerts.state')}
          value={shown?.choice ?? ''}
          values={states}
          empty={t('alerts.anyState')}
          nameOf={(each) => titleOf(t, 'AlertState', each)}
          onChoose={(chosen) => void read(chosen || undefined)}
        />
      </div>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <PagedTable
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{ caption: t('alerts.listed'), none: t('alerts.none') }}
      />
    </>
  );
}
