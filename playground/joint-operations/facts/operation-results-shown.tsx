import type { Agency } from '../../../terms/agencies.ts';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { OperationHalf } from '../own/own-operations.ts';
import { type ResultRow, resultRows } from '../own/result-rows.ts';

/** The results of both agencies, beside each other. */
export function OperationResultsShown({ half, own }: { half: OperationHalf; own: Agency }) {
  const t = useMessages();
  const { agency, results, otherResults } = half;
  if (results === null && otherResults === null) return null;
  const rows = resultRows(t, results, otherResults);
  const cell = (number: string | null) => number ?? <span className="none">{t('operation.notTold')}</span>;
  const columns: Column<ResultRow>[] = [
    { title: t('operation.result'), className: 'words', cell: ({ title }) => title },
    { title: titleOf(t, 'Agency', own), cell: (row) => cell(row.own) },
    { title: titleOf(t, 'Agency', agency), cell: (row) => cell(row.other) },
  ];
  return (
    <section className="operation-results" aria-label={t('operation.results')}>
      {rows.length === 0 ? (
        <>
          <h3>{t('operation.results')}</h3>
          <p className="hint">{t('operation.noResults')}</p>
        </>
      ) : (
        <>
          <RecordsTable
            caption={t('operation.results')}
            columns={columns}
            items={rows}
            keyOf={({ title }) => title}
          />
          <p className="hint">{t('operation.resultsHint')}</p>
        </>
      )}
    </section>
  );
}
