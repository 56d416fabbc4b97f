import type { AnsweredError } from '../errors/answered-error.ts';
import { possibleTypes } from '../generated/cache.ts';
import type { AnsweredFields } from './answered-fields.ts';

/** An answer with the text of its question, where its document is not at hand. */
export interface NamedAnswer {
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly AnsweredError[];
}

/** The names of fields that a text asks for under another name, such other names, and those with arguments. */
function otherwiseUsed(text: string): ReadonlySet<string> {
  let bare = text.replaceAll(/"(?:\\.|[^"\\])*"/g, '""');
  const names = [...bare.matchAll(/(\w+)\s*\(/g)].map(([, name = '']) => name);
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replaceAll(/\([^()]*\)/g, '');
  }
  return new Set([...names, ...[...bare.matchAll(/(\w+)\s*:\s*(\w+)/g)].flatMap(([, ...both]) => both)]);
}

/**
 * The fields of dossiers that an answer has said something about, as far as names tell: those that stand beside the dossier's `id` under
 * their own name, where the text uses that name for nothing else and without arguments. An answer with an error tells of none.
 */
export function answeredByName({ text, data, errors }: NamedAnswer): AnsweredFields {
  const found: Record<string, Record<string, string[]>> = {};
  if (errors.length > 0) return found;
  const others = otherwiseUsed(text);
  if (others.has('id')) return found;

  /** In an object without an id it is not known of which dossier a field is: then it has no place. */
  function note(id: string, name: string): void {
    if (others.has(name)) return;
    // No two objects share an id, so of these types all but one know of no such dossier.
    for (const type of possibleTypes.Dossier ?? []) {
      const ofField = found[`${type}.${name}`] ?? {};
      found[`${type}.${name}`] = ofField;
      ofField[id] = [id === '' ? '' : `${id} ${name}`];
    }
  }

  function walk(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const { id } = value as { id?: unknown };
    for (const [name, inside] of Object.entries(value)) {
      note(typeof id === 'string' ? id : '', name);
      walk(inside);
    }
  }

  walk(data);
  return found;
}
