/**
 * A value as a history has it, in one text: without the joint operation that it belongs to, of which those who read the history may not know.
 */
export const writtenInHistory = (value: object): string =>
  JSON.stringify(value, (name, part: unknown) => (name === 'operation' ? undefined : part));
