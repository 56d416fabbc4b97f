/** One part of a recorded content, such as the surname of a name. */
export interface ContentPart {
  /** Its name in the record; `provenance.legalBasis` for a part within another. */
  name: string;
  text: string;
}

function* partsIn(name: string, value: unknown): Iterable<ContentPart> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    yield { name, text: String(value) };
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* partsIn(name === '' ? key : `${name}.${key}`, part);
}

/**
 * The parts of what a history holds of a value, in the order in which they were recorded. They are taken from the content itself,
 * so that a further kind of value has them without a line of its own.
 * @param content JSON of the value, or a bare word such as a handling code
 */
export function contentParts(field: string, content: string): ContentPart[] {
  try {
    const value: unknown = JSON.parse(content);
    return [...partsIn(typeof value === 'object' ? '' : field, value)];
  } catch {
    return [{ name: field, text: content }];
  }
}
