import type { OperationState } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import type { PagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices } from '../parts/field.tsx';
import { DaysShown } from './facts/days-shown.tsx';
import { nextInWords, OperationStateShown } from './facts/operation-state-shown.tsx';
import type { ListedOperation, OperationPage } from './own/own-operations.ts';

const states = Object.keys(titles.OperationState) as OperationState[];

/** The operations in the state that was chosen, or in any. */
export type OperationList = PagedList<OperationState | undefined, OperationPage>;

/** The operations that the officer may know of, with what comes next in each. */
export function OperationListView(props: { list: OperationList; onShow: (id: string) => void }) {
  const { list, onShow } = props;
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { agency: own } = officer.viewer;
  const { read, isAsking, shown } = list;
  const columns: Column<ListedOperation>[] = [
    {
      title: t('operations.operation'),
      cell: ({ id, half }) => (
        <>
          {half && <strong>{half.name}</strong>}{' '}
          <button type="button" className="link whole" onClick={() => onShow(id)}>
            {id}
          </button>
        </>
      ),
    },
    {
      title: t('operations.state'),
      cell: ({ half }) => half && <OperationStateShown half={half} own={own} />,
    },
    {
      title: t('operations.next'),
      className: 'words',
      cell: ({ half }) => half && nextInWords(t, half, own),
    },
    {
      title: t('operations.other'),
      className: 'words',
      cell: ({ half }) => half && <span data-agency={half.agency}>{titleOf(t, 'Agency', half.agency)}</span>,
    },
    {
      title: t('operations.days'),
      className: 'words',
      cell: ({ half }) => half && <DaysShown from={half.from} until={half.until} />,
    },
    {
      title: t('operations.case'),
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
          onClick={() => void read(shown?.choice)}
        >
          {t('operations.list')}
        </button>
        <Choices
          label={t('operations.state')}
          value={shown?.choice ?? ''}
          values={states}
          empty={t('operations.anyState')}
          nameOf={(each) => titleOf(t, 'OperationState', each)}
          onChoose={(chosen) => void read(chosen || undefined)}
        />
      </div>
      {missing.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      <PagedTable
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{ caption: t('operations.listed'), none: t('operations.none') }}
      />
    </>
  );
}
