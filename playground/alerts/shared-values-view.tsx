import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import type { Column } from '../list/records-table.tsx';
import { usePagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { type SharedValue, sharedQuestion } from './shared-values.ts';

/** The values that too many own dossiers share to be compared, for those who watch over what is. */
export function SharedValuesView() {
  const t = useMessages();
  const { amount, moment } = wordsIn(t);
  const { missing } = useDesk();
  const list = usePagedList(sharedQuestion);
  const columns: Column<SharedValue>[] = [
    { title: t('alerts.kind'), cell: ({ kind }) => titleOf(t, 'IndicatorKind', kind) },
    {
      title: t('shared.value'),
      className: 'words',
      cell: ({ value }) =>
        value === null ? <span className="none">{t('shared.hidden')}</span> : <ShownText>{value}</ShownText>,
    },
    { title: t('shared.dossiers'), cell: ({ dossiers }) => amount(String(dossiers)) },
    { title: t('shared.since'), cell: ({ since }) => moment(since) },
  ];
  return (
    <section className="exchange" aria-label={t('shared.title')}>
      <button
        type="button"
        disabled={missing.length > 0 || list.isAsking}
        onClick={() => void list.read(undefined)}
      >
        {t('shared.show')}
      </button>
      <p className="hint">{t('shared.hint')}</p>
      <PagedTable
        list={list}
        columns={columns}
        // A value that is not shown has no name of its own.
        keyOf={(_value, place) => place}
        texts={{ caption: t('shared.title'), none: t('shared.none') }}
      />
    </section>
  );
}
