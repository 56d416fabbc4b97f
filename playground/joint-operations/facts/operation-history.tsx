import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import type { OperationHalf } from '../own/own-operations.ts';

/** The steps of this agency's officers, in the order of time. */
export function OperationHistory({ steps }: Pick<OperationHalf, 'steps'>) {
  const t = useMessages();
  if (steps.length === 0) return null;
  const columns: Column<OperationHalf['steps'][number]>[] = [
    { title: t('operation.step'), cell: ({ kind }) => titleOf(t, 'OperationStepKind', kind) },
    { title: t('operation.by'), className: 'words', cell: ({ by }) => <ShownText>{by}</ShownText> },
    { title: t('operation.at'), className: 'words', cell: ({ at }) => wordsIn(t).moment(at) },
  ];
  return (
    <section className="operation-history" aria-label={t('operation.history')}>
      <RecordsTable
        caption={t('operation.history')}
        columns={columns}
        items={steps}
        keyOf={(_step, place) => place}
      />
    </section>
  );
}
