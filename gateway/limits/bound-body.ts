import { refusal } from '../../server/errors.ts';
import { documentLimits } from '../../server/rules/document-limits.ts';

/** Limits of the variables of a request, demanded before anything else reads them: then nothing takes long whose time grows with their square. */
export const variableLimits = {
  /** Values: items of lists, fields of objects, and variables. */
  values: 10_000,
  /** Fields of one object: no input has half as many. Each fault that is found in an object writes all of it down. */
  fields: 100,
  /** Characters of one text, or of a name of a field. */
  text: documentLimits.text,
  /** Lists and objects inside one another. */
  levels: 16,
} as const;

const tooLarge = (what: string) =>
  refusal('QUERY_TOO_LARGE', `The variables have ${what}. Send less at once.`);

/**
 * Refuses variables that are larger than any operation needs.
 * @throws QUERY_TOO_LARGE
 */
export function demandSmallVariables(variables: unknown): void {
  const { values, fields, text, levels } = variableLimits;
  let count = 0;
  const look = (value: unknown, level: number): void => {
    count += 1;
    if (count > values) throw tooLarge(`more than ${values} values`);
    if (typeof value === 'string' && value.length > text)
      throw tooLarge(`a text of more than ${text} characters`);
    if (typeof value !== 'object' || value === null) return;
    if (level > levels) throw tooLarge(`more than ${levels} levels`);
    const entries = Object.entries(value);
    if (entries.length > fields && !Array.isArray(value))
      throw tooLarge(`an object of more than ${fields} fields`);
    for (const [name, field] of entries) {
      if (name.length > text) throw tooLarge(`a name of more than ${text} characters`);
      look(field, level + 1);
    }
  };
  look(variables, 0);
}

/** Bytes of a body that cost their caller as much as a field: each is parsed, told on to an agency and parsed again. */
const bytesOfField = 32;

/** The cost of a body to its caller, by its length alone. */
export const costOfBody = (bytes: number): number => Math.floor(bytes / bytesOfField);
