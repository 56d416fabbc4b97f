import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  TokenKind,
} from 'graphql';
import { callerError } from '../errors.ts';
import { documentLimits } from './document-limits.ts';

/** The size of a document, as far as it costs time to validate. */
export interface DocumentSize {
  selections: number;
  pairs: number;
  depth: number;
  /** Characters of its longest name, or of all its literals. */
  longest: number;
  operations: number;
}

/** The look ends here; a document of more levels is far beyond the limit. */
const mostLevels = 100;

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** The selection sets that the answer joins under one name. */
interface Joined {
  count: number;
  sets: SelectionSetNode[];
}

/**
 * The size of a document, told without its schema and in time that grows with its selections: validation compares fields of
 * one name in pairs, so that a few kilobytes would take it long.
 */
export function sizeOf(document: DocumentNode): DocumentSize {
  const { definitions } = document;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const spread = new Set<string>();
  /** Sets that stood alone in their place: they are looked at once, however many fragments lead to them. */
  const known = new Map<SelectionSetNode, { selections: number; levels: number }>();
  let selections = 0;
  let pairs = 0;
  let isTooDeep = false;
  const isOver = () => selections > documentLimits.selections || isTooDeep;

  function gather(set: SelectionSetNode, fields: Map<string, Joined>, open: Set<string>): number {
    let spreads = 0;
    for (const selection of set.selections) {
      selections += 1;
      if (isOver()) return spreads;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const joined = fields.get(name) ?? { count: 0, sets: [] };
        fields.set(name, joined);
        joined.count += 1;
        if (selection.selectionSet) joined.sets.push(selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        spreads += gather(selection.selectionSet, fields, open);
      } else {
        spreads += 1;
        const { value: name } = selection.name;
        const fragment = fragments.get(name);
        spread.add(name);
        // Nothing for one inside itself, which validation refuses.
        if (!fragment || open.has(name)) continue;
        open.add(name);
        spreads += gather(fragment.selectionSet, fields, open);
        open.delete(name);
      }
    }
    return spreads;
  }

  /** @returns levels of fields from here on */
  function look(sets: readonly SelectionSetNode[], level: number): number {
    if (level > mostLevels) isTooDeep = true;
    if (isOver()) return 0;
    const alone = sets.length === 1 ? sets[0] : undefined;
    const found = alone && known.get(alone);
    if (found) {
      selections += found.selections;
      return found.levels;
    }
    const before = selections;
    if (alone) known.set(alone, { selections: 0, levels: 0 });
    const fields = new Map<string, Joined>();
    const spreads = sets.reduce((sum, set) => sum + gather(set, fields, new Set()), 0);
    pairs += pairsOf(spreads);
    let below = 0;
    for (const joined of fields.values()) {
      pairs += pairsOf(joined.count);
      if (joined.sets.length > 0) below = Math.max(below, look(joined.sets, level + 1));
    }
    const levels = below + 1;
    if (alone) known.set(alone, { selections: selections - before, levels });
    return levels;
  }

  let depth = 0;
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      depth = Math.max(depth, look([definition.selectionSet], 1));
  // Validation looks at fragments also that nothing spreads, and at each of one name.
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { value: name } = definition.name;
    if (!spread.has(name) || fragments.get(name) !== definition) look([definition.selectionSet], 1);
  }
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  const longest = longestIn(document);
  return { selections, pairs, depth: isTooDeep ? mostLevels + 1 : depth, longest, operations };
}

const literals: readonly string[] = [TokenKind.STRING, TokenKind.BLOCK_STRING];

function longestIn({ loc }: DocumentNode): number {
  let [longest, ofLiterals] = [0, 0];
  for (let token = loc?.startToken ?? null; token; token = token.next) {
    const length = token.end - token.start;
    if (literals.includes(token.kind)) ofLiterals += length;
    else if (token.kind === TokenKind.NAME) longest = Math.max(longest, length);
  }
  return Math.max(longest, ofLiterals);
}

const tooLarge = (message: string) => callerError('QUERY_TOO_LARGE', message);

/**
 * Refuses a document that would take long to validate.
 * @throws QUERY_TOO_LARGE
 */
export function demandSmall(size: DocumentSize): void {
  const { selections, pairs, depth, longest, operations } = size;
  if (longest > documentLimits.text)
    throw tooLarge(
      `The query has a name, or texts, of more than ${documentLimits.text} characters. Send shorter ones, in variables.`,
    );
  if (operations > documentLimits.operations)
    throw tooLarge(
      `The document has ${operations} operations; the limit is ${documentLimits.operations}. Send the one that is to be run.`,
    );
  if (selections > documentLimits.selections)
    throw tooLarge(
      `The query has more than ${documentLimits.selections} fields and fragments once its fragments are spread. Ask for less at once.`,
    );
  if (depth > mostLevels)
    throw tooLarge(`Query depth limit of ${documentLimits.depth} exceeded, found more than ${mostLevels}.`);
  if (pairs > documentLimits.pairs)
    throw tooLarge(
      `The query repeats fields or fragments in one place so often that ${pairs} pairs would have to be compared; the limit is ${documentLimits.pairs}. Ask for each once.`,
    );
}

/**
 * Refuses a document of more levels than an operation may have.
 * @throws QUERY_TOO_LARGE
 */
export function demandShallow({ depth }: DocumentSize): void {
  if (depth > documentLimits.depth)
    throw tooLarge(`Query depth limit of ${documentLimits.depth} exceeded, found ${depth}.`);
}

/** Cost to the caller of having a document validated: its tokens, or its fields and fragments where they are more. */
export const costOfReading = ({ tokenCount }: DocumentNode, { selections }: DocumentSize): number =>
  Math.max(tokenCount ?? documentLimits.tokens, selections);
