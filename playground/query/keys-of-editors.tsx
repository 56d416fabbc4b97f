import { type MonacoEditor, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { useMessages } from '../messages/use-messages.ts';

/** Describes the editors, for whoever does not see them. */
export const editorHintId = 'editor-hint';

/** The editors of a page share this mode, and it can only be turned over: once, or it would be off again. */
let isTurned = false;

function letTabLeadOn(editor: MonacoEditor): void {
  if (isTurned) return;
  isTurned = true;
  editor.trigger('concord', 'editor.action.toggleTabFocusMode', undefined);
}

/**
 * Lets the Tab key lead on from the editors, which would otherwise keep it, and with it everybody who has no mouse (WCAG 2.2,
 * 2.1.2). Each editor says what it is when it is entered.
 */
export function KeysOfEditors() {
  const t = useMessages();
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  useEffect(() => {
    if (queryEditor) letTabLeadOn(queryEditor);
  }, [queryEditor]);
  useEffect(() => {
    queryEditor?.updateOptions({ ariaLabel: `${t('editor.query')}. ${t('editor.keys')}` });
    variableEditor?.updateOptions({ ariaLabel: `${t('editor.variables')}. ${t('editor.keys')}` });
  }, [queryEditor, variableEditor, t]);
  return (
    <p id={editorHintId} className="hint keys">
      {t('editor.keys')}
    </p>
  );
}
