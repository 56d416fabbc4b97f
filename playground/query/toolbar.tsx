import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useDesk } from '../desk.ts';
import { useMessages } from '../messages/use-messages.ts';

/** What can be done with the query that stands in the editor. */
export function Toolbar({ isSending }: { isSending: boolean }) {
  const t = useMessages();
  const { missing } = useDesk();
  const { run, prettifyEditors, setOperationName } = useGraphiQLActions();
  const { operations, operationName, queryEditor } = useGraphiQL((state) => ({
    operations: state.operations,
    operationName: state.operationName,
    queryEditor: state.queryEditor,
  }));
  const isReady = missing.length === 0 && queryEditor !== undefined;
  const named = (operations ?? []).flatMap(({ name }) => name?.value ?? []);
  return (
    <div className="toolbar">
      <button
        type="button"
        className="primary"
        onClick={() => run()}
        aria-disabled={!isReady}
        disabled={isSending}
        title="Ctrl+Enter"
      >
        {isSending ? t('editor.sending') : t('editor.run')}
      </button>
      <button type="button" onClick={() => void prettifyEditors()}>
        {t('editor.prettify')}
      </button>
      {named.length > 1 && (
        <select
          aria-label={t('editor.operation')}
          value={operationName ?? ''}
          onChange={(event) => setOperationName(event.target.value)}
        >
          {named.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </div>
  );
}
