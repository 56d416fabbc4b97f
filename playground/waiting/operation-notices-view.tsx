import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import { usePagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { type OperationNotice, operationNotices } from './operation-notices.ts';

/** The notices of what the other agency did in joint operations, each with its time and the way to the operation. */
export function OperationNoticesView({ onOperation }: { onOperation: (id: string) => void }) {
  const t = useMessages();
  const { missing } = useDesk();
  const list = usePagedList(operationNotices);
  const columns: Column<OperationNotice>[] = [
    {
      title: t('waiting.what'),
      className: 'words',
      cell: ({ kind }) => titleOf(t, 'NoticeKind', kind),
    },
    {
      title: t('operations.operation'),
      cell: ({ operation }) =>
        operation !== null && (
          <button type="button" className="link whole" onClick={() => onOperation(operation)}>
            {operation}
          </button>
        ),
    },
    { title: t('measureExchange.at'), cell: ({ at }) => wordsIn(t).moment(at) },
  ];
  return (
    <section aria-label={t('operationNotices.title')}>
      <h3>{t('operationNotices.title')}</h3>
      <button
        type="button"
        disabled={missing.length > 0 || list.isAsking}
        onClick={() => void list.read(undefined)}
      >
        {t('operationNotices.list')}
      </button>
      <PagedTable
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        texts={{ caption: t('operationNotices.listed'), none: t('operationNotices.none') }}
      />
    </section>
  );
}
