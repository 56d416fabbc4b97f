import { useMessages } from '../messages/use-messages.ts';
import { emptyVariables } from './empty-variables.ts';
import type { Example } from './examples.ts';
import { usePutIntoEditors } from './put-into-editors.ts';

/** Queries by task; choosing one fills the editors and sends nothing. */
export function ExamplesPanel({ examples }: { examples: readonly Example[] }) {
  const t = useMessages();
  const put = usePutIntoEditors();
  return (
    <>
      <p className="hint">{t('examples.hint')}</p>
      <ul className="cards">
        {examples.map(({ task, query, variables }) => (
          <li key={task}>
            <button type="button" onClick={() => put(query, JSON.stringify(variables, null, 2))}>
              <strong>{t(`example.${task}`)}</strong>
              <span>{t(`example.${task}.what`)}</span>
              {emptyVariables({ variables }).length > 0 && (
                <span className="fill-in">
                  {t('example.fillIn', { variables: emptyVariables({ variables }).join(', ') })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
