import { type ParseError, parse } from 'jsonc-parser';

/** The text of the variables’ editor, judged before it is sent. */
export type JudgedVariables =
  | { state: 'ready'; variables: Record<string, unknown> | undefined }
  | { state: 'variables-error'; line: number; column: number }
  /** JSON, and no object. */
  | { state: 'variables-no-object' };

/** Judges variables as the editor understands them: JSON, in which comments and a last comma are forgiven. */
export function judgeVariables(text: string): JudgedVariables {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const before = text.slice(0, first.offset);
    const line = before.split('\n').length;
    return { state: 'variables-error', line, column: first.offset - before.lastIndexOf('\n') };
  }
  if (value === undefined) return { state: 'ready', variables: undefined };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { state: 'variables-no-object' };
  return { state: 'ready', variables: value as Record<string, unknown> };
}
