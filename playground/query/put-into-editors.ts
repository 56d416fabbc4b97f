import { useGraphiQL } from '@graphiql/react';

/** Puts a query and its variables into the editors, where the officer reads it before he runs it. */
export function usePutIntoEditors(): (query: string, variables: string) => void {
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  return (query, variables) => {
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    queryEditor?.focus();
  };
}
