import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useRef } from 'react';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';

/** The actions on the query in the editor. */
export function Toolbar(props: { isSending: boolean; onRun: () => void; onStop: () => void }) {
  const { isSending, onRun, onStop } = props;
  const t = useMessages();
  const { missing } = useDesk();
  const { prettifyEditors, setOperationName } = useGraphiQLActions();
  const { operations, operationName, queryEditor } = useGraphiQL((state) => ({
    operations: state.operations,
    operationName: state.operationName,
    queryEditor: state.queryEditor,
  }));
  const runButton = useRef<HTMLButtonElement>(null);
  const isReady = missing.length === 0 && queryEditor !== undefined && !isSending;
  const named = (operations ?? []).flatMap(({ name }) => name?.value ?? []);
  return (
    <div className="toolbar">
      <button
        ref={runButton}
        type="button"
        className="primary"
        onClick={onRun}
        // Not disabled: that would take the keyboard's place in the page away.
        aria-disabled={!isReady}
        title="Ctrl+Enter"
      >
        {isSending ? t('editor.sending') : t('editor.run')}
      </button>
      {isSending && (
        <button
          type="button"
          onClick={() => {
            onStop();
            runButton.current?.focus();
          }}
        >
          {t('editor.stop')}
        </button>
      )}
      <button type="button" onClick={() => void prettifyEditors()}>
        {t('editor.prettify')}
      </button>
      {operations && operations.length > 1 && named.length > 0 && (
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
