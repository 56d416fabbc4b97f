import { titleOf } from '../../messages/title-of.ts';
import type { Locale } from '../../messages/translate.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { detailOf, headingOf, type Past } from '../../parts/past.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { usePutIntoEditors } from '../examples/use-put-into-editors.ts';

/** The operations that were run before, kept in this browser alone, and only if the officer wants it. */
export function HistoryPanel(props: {
  history: readonly Past[];
  isKept: boolean;
  locale: Locale;
  onKeep: (keeps: boolean) => void;
  onClear: () => void;
}) {
  const { history, isKept, locale, onKeep, onClear } = props;
  const t = useMessages();
  const put = usePutIntoEditors();
  return (
    <>
      <p className="hint">{t('history.hint')}</p>
      <label className="switch">
        <input
          type="checkbox"
          checked={isKept}
          onChange={(event) => {
            if (!event.target.checked) onClear();
            onKeep(event.target.checked);
          }}
        />
        {t('history.keep')}
      </label>
      {history.length === 0 ? (
        <p className="hint">{t('history.empty')}</p>
      ) : (
        <button type="button" onClick={onClear}>
          {t('history.clear')}
        </button>
      )}
      <ul className="cards">
        {history.map(({ query, variables, mandate, at }) => (
          <li key={`${at} ${query} ${variables}`}>
            <button type="button" onClick={() => put(query, variables)}>
              <strong>{headingOf(query)}</strong>
              <ShownText>{detailOf(variables)}</ShownText>
              <span>
                {[mandate.purpose && titleOf(t, 'Purpose', mandate.purpose), mandate.case]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              <span>{new Date(at).toLocaleString(locale)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
