import { type MonacoEditor, useGraphiQL } from '@graphiql/react';

/** As if it were typed: what stood there before comes back with Ctrl+Z. */
function replace(editor: MonacoEditor | undefined, text: string): void {
  const model = editor?.getModel();
  if (!editor || !model) return;
  editor.pushUndoStop();
  editor.executeEdits('concord', [{ range: model.getFullModelRange(), text }]);
  editor.pushUndoStop();
  editor.setPosition({ lineNumber: 1, column: 1 });
  editor.revealLine(1);
}

/** Puts a query and its variables into the editors, where the officer reads it before running it. */
export function usePutIntoEditors(): (query: string, variables: string) => void {
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  return (query, variables) => {
    replace(variableEditor, variables);
    replace(queryEditor, query);
    queryEditor?.focus();
  };
}
