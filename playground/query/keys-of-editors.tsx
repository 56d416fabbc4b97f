import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { useMessages } from '../messages/use-messages.ts';

/** Describes the editors, for whoever does not see them. */
export const editorHintId = 'editor-hint';

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
    for (const editor of [queryEditor, variableEditor]) editor?.createContextKey('editorTabMovesFocus', true);
  }, [queryEditor, variableEditor]);
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
