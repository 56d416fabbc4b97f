import type { RequestBox, RequestState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import type { PagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices } from '../parts/field.tsx';
import type { ListChoice, ListedRequest, RequestPage } from './half/own-requests.ts';
import { RequestDueShown, StateShown } from './state-shown.tsx';

const states = Object.keys(titles.RequestState) as RequestState[];

/** The requests of a box, in the state that was chosen or in any. */
export type RequestList = PagedList<ListChoice, RequestPage>;

/** The requests of a box, with the end of the time to answer each. */
export function RequestListView(props: {
  box: RequestBox;
  list: RequestList;
  now: number;
  onShow: (id: string) => void;
}) {
  const { box, list, now, onShow } = props;
  const t = useMessages();
  const { missing } = useDesk();
  const { read, isAsking } = list;
  const shown = list.shown?.choice.box === box ? list.shown : undefined;
  const state = shown?.choice.state;
  const columns: Column<ListedRequest>[] = [
    {
      title: t('requests.request'),
      cell: ({ id }) => (
        <button type="button" className="link whole" onClick={() => onShow(id)}>
          {id}
        </button>
      ),
    },
    { title: t('requests.state'), cell: ({ half }) => half && <StateShown half={half} /> },
    { title: t('requests.due'), cell: ({ half }) => half && <RequestDueShown half={half} now={now} /> },
    {
      title: t('requests.asked'),
      cell: ({ half }) =>
        half && (
          <>
            <span data-agency={half.agency}>{titleOf(t, 'Agency', half.agency)}</span>{' '}
            {half.classes.map((each) => titleOf(t, 'InformationClass', each)).join(', ')}
          </>
        ),
    },
    {
      title: t('requests.case'),
      cell: ({ half }) => half?.case && <span className="whole">{half.case}</span>,
    },
  ];
  return (
    <>
      <div className="request-form filters">
        <button
          type="button"
          className="primary"
          disabled={missing.length > 0 || isAsking}
          onClick={() => void read({ box, state })}
        >
          {t('requests.list')}
        </button>
        <Choices
          label={t('requests.state')}
          value={state ?? ''}
          values={states}
          empty={t('requests.anyState')}
          nameOf={(each) => titleOf(t, 'RequestState', each)}
          onChoose={(chosen) => void read({ box, state: chosen || undefined })}
        />
      </div>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <PagedTable
        list={{ ...list, shown }}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{
          caption: t('requests.listed', { box: titleOf(t, 'RequestBox', box) }),
          none: t('requests.none'),
        }}
      />
    </>
  );
}
