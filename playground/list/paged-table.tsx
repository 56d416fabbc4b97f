import type { ReactNode } from 'react';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Page } from './page.ts';
import { type Column, RecordsTable } from './records-table.tsx';
import type { PagedList } from './use-paged-list.ts';

/**
 * A list that is read a page at a time: what there is to say of the question, when and under which mandate it was asked, the items,
 * and a way to the next page.
 * @param props `keyOf` names an item, by its place where it has no name; `filter` stands above the table
 */
export function PagedTable<Choice, Item>(props: {
  list: PagedList<Choice, Page<Item>>;
  columns: readonly Column<Item>[];
  keyOf: (item: Item, place: number) => string | number;
  texts: { caption: string; none: string };
  filter?: ReactNode;
}) {
  const { list, columns, keyOf, texts, filter } = props;
  const t = useMessages();
  const { missing } = useDesk();
  const { shown, read, readMore, isAsking } = list;
  return (
    <>
      <div aria-live="polite">
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} />}
        {shown?.gap && <GapShown gap={shown.gap} />}
        {shown?.page && shown.items.length === 0 && <p className="hint">{texts.none}</p>}
      </div>
      {shown?.page && (
        <>
          <Stamp asked={shown.asked} onAgain={() => void read(shown.choice)} />
          {filter}
          {shown.items.length > 0 && (
            <RecordsTable caption={texts.caption} columns={columns} items={shown.items} keyOf={keyOf} />
          )}
          {shown.page.pageInfo.hasNextPage && (
            <button type="button" disabled={missing.length > 0 || isAsking} onClick={() => void readMore()}>
              {t('list.more')}
            </button>
          )}
        </>
      )}
    </>
  );
}
