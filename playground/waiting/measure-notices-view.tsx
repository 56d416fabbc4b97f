import type { MeasurePlace } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { PagedTable } from '../list/paged-table.tsx';
import { usePagedList } from '../list/use-paged-list.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { type MeasureNotice, noticesQuestion, placeOf } from './measure-notices.ts';

/** The notices of what became of measures, each with its time and the way to the measure. */
export function MeasureNoticesView({ onMeasure }: { onMeasure: (place: MeasurePlace) => void }) {
  const t = useMessages();
  const { missing } = useDesk();
  const list = usePagedList(noticesQuestion);
  const what = (notice: MeasureNotice) => {
    const place = placeOf(notice);
    const title = titleOf(t, 'NoticeKind', notice.kind);
    if (!place) return title;
    return (
      <button type="button" className="link" onClick={() => onMeasure(place)}>
        {title}
      </button>
    );
  };
  return (
    <section aria-label={t('measureNotices.title')}>
      <h3>{t('measureNotices.title')}</h3>
      <button
        type="button"
        disabled={missing.length > 0 || list.isAsking}
        onClick={() => void list.read(undefined)}
      >
        {t('measureNotices.list')}
      </button>
      <PagedTable
        list={list}
        columns={[
          { title: t('waiting.what'), className: 'words', cell: what },
          {
            title: t('measures.dossier'),
            cell: ({ dossier }) => dossier && <code className="whole">{dossier}</code>,
          },
          { title: t('measureExchange.at'), cell: ({ at }) => wordsIn(t).moment(at) },
        ]}
        keyOf={({ id }) => id}
        texts={{ caption: t('measureNotices.listed'), none: t('measureNotices.none') }}
      />
    </section>
  );
}
