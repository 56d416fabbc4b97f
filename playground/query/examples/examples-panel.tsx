import { useMessages } from '../../messages/use-messages.ts';
import { emptyVariables } from './empty-variables.ts';
import type { Example } from './example.ts';
import { usePutIntoEditors } from './use-put-into-editors.ts';

function Card({ task, query, variables }: Example) {
  const t = useMessages();
  const put = usePutIntoEditors();
  const empty = emptyVariables({ variables });
  return (
    <button type="button" onClick={() => put(query, JSON.stringify(variables, null, 2))}>
      <strong>{t(`example.${task}`)}</strong>
      <span>{t(`example.${task}.what`)}</span>
      {empty.length > 0 && (
        <span className="fill-in">{t('example.fillIn', { variables: empty.join(', ') })}</span>
      )}
    </button>
  );
}

/** Queries by task; choosing one fills the editors and sends nothing. */
export function ExamplesPanel({ examples }: { examples: readonly Example[] }) {
  const t = useMessages();
  return (
    <>
      <p className="hint">{t('examples.hint')}</p>
      <ul className="cards">
        {examples.map((example) => (
          <li key={example.task}>
            <Card {...example} />
          </li>
        ))}
      </ul>
    </>
  );
}
