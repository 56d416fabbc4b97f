import type { ReactNode } from 'react';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Page } from './page.ts';
import type { PagedList } from './use-paged-list.ts';

/** A column of a table of records; the first one names the record. */
export interface Column<Item> {
  title: string;
  className?: string;
  /** False where a narrow screen shows the cell without the column's title before it. */
  isLabelled?: boolean;
  cell(item: Item): ReactNode;
}

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
  const [first, ...others] = columns;
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
            <table>
              <caption>{texts.caption}</caption>
              <thead>
                <tr>
                  {columns.map(({ title, className }) => (
                    <th key={title} scope="col" className={className}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.items.map((item, place) => (
                  <tr key={keyOf(item, place)}>
                    <th scope="row" className={first?.className}>
                      {first?.cell(item)}
                    </th>
                    {others.map(({ title, className, isLabelled = true, cell }) => (
                      <td key={title} className={className} data-label={isLabelled ? title : undefined}>
                        {cell(item)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
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
