import type { ReactNode } from 'react';

/** A column of a table of records; the first one names the record. */
export interface Column<Item> {
  title: string;
  className?: string;
  /** False where a narrow screen shows the cell without the column's title before it. */
  isLabelled?: boolean;
  cell(item: Item): ReactNode;
}

/** Records, one in a row. @param props `keyOf` names a record, by its place where it has no name */
export function RecordsTable<Item>(props: {
  caption: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item, place: number) => string | number;
  className?: string;
}) {
  const { caption, columns, items, keyOf, className } = props;
  const [first, ...others] = columns;
  return (
    <table className={className}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, className: ofColumn }) => (
            <th key={title} scope="col" className={ofColumn}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, place) => (
          <tr key={keyOf(item, place)}>
            <th scope="row" className={first?.className}>
              {first?.cell(item)}
            </th>
            {others.map(({ title, className: ofColumn, isLabelled = true, cell }) => (
              <td key={title} className={ofColumn} data-label={isLabelled ? title : undefined}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
