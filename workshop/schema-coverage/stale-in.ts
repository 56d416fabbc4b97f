import { type DocumentNode, type GraphQLSchema, getNamedType, parse, validate } from 'graphql';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { isTemplate, type SyntaxNode, syntaxOf } from './syntax-of.ts';

/** A part of a text: what is written, or an expression of which only its place is known. */
type Part = string | { place: true };

/** The most ways in which one text is read. */
const mostReadings = 1000;

const capitals = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Stands for the type of an action's input, which follows from the action. */
const typeOfInput = 'TypeOfInput';

function actionsOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const agency of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const type = getNamedType(agency.type);
    if (!('getFields' in type)) continue;
    for (const { name, ...field } of Object.values(type.getFields())) {
      const input = 'args' in field ? field.args.find((one) => one.name === 'input') : undefined;
      if (input) found.set(name, getNamedType(input.type).name);
    }
  }
  return found;
}

/** The parts of a text, its constants of the same file in their places. */
function partsOf(node: SyntaxNode, constants: ReadonlyMap<string, SyntaxNode>): Part[] {
  if (node.type === 'StringLiteral') return [node.value as string];
  if (!isTemplate(node)) return [];
  return node.quasis.flatMap(({ cooked }, index): Part[] => {
    const expression = node.expressions[index];
    if (!expression) return [cooked];
    const name = expression.type === 'Identifier' ? (expression.value as string) : '';
    const constant = constants.get(name);
    // A constant in whose own text its name stands is another one, of an inner scope.
    const others = new Map([...constants].filter(([other]) => other !== name));
    const parts = constant && partsOf(constant, others);
    return [cooked, ...(parts && parts.length > 0 ? parts : [{ place: true } as const])];
  });
}

/** Parts of which no two texts follow each other. */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}

/** The texts that an expression can stand for between these. */
function candidates(
  before: string,
  after: string,
  agency: string,
  actions: readonly string[],
): readonly string[] {
  if (before.endsWith('"')) return ['x'];
  if (/\$\w+: \[?$/.test(before)) return [typeOfInput];
  if (/^\(input: /.test(after)) return actions;
  if (/on $/.test(before) || /^[A-Z]/.test(after)) return [capitals(agency)];
  return [agency, '__typename', '', '{ __typename }'];
}

/** Each way to read a text whose expressions stand for an agency, an action, the type of its input, or a selection. */
function* readingsOf(parts: readonly Part[], actions: ReadonlyMap<string, string>): Generator<string> {
  function* from(index: number, before: string, agency: string): Generator<string> {
    const part = parts[index];
    if (part === undefined) yield before;
    else if (typeof part === 'string') yield* from(index + 1, before + part, agency);
    else {
      const next = parts[index + 1];
      const after = typeof next === 'string' ? next : '';
      for (const candidate of candidates(before, after, agency, [...actions.keys()]))
        yield* from(index + 1, before + candidate, agency);
    }
  }
  let count = 0;
  for (const agency of agencyNames.map(subgraphOf))
    for (const text of from(0, '', agency)) {
      if (count++ > mostReadings) return;
      const [, action = ''] = /(\w+)\(input: \$/.exec(text) ?? [];
      yield text.replaceAll(typeOfInput, actions.get(action) ?? typeOfInput);
    }
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** The error of a document that is in no way to read it a valid one; undefined for a valid one, and for a text that is none. */
function errorOf(readings: Iterable<string>, isNamed: boolean, schema: GraphQLSchema): string | undefined {
  // A part of a document can begin as a document without a name does.
  let found = isNamed ? 'it cannot be read' : undefined;
  let isParsed = false;
  for (const text of readings) {
    const document = parsed(text);
    if (!document) continue;
    const [error] = validate(schema, document);
    if (!error) return undefined;
    if (!isParsed) found = error.message;
    isParsed = true;
  }
  return found;
}

/** True for a text that says that it is an operation, or that asks for a field by which operations begin. */
function isMeant([start, , after]: readonly Part[], schema: GraphQLSchema): boolean {
  if (typeof start !== 'string') return false;
  if (/^\s*(query|mutation|subscription)\b[^;=]*[{(]/.test(start)) return true;
  if (/^\s*\{\s*$/.test(start)) return typeof after === 'string' && /^\s*\{/.test(after);
  const [, name = ''] = /^\s*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(start) ?? [];
  return schema.getQueryType()?.getFields()[name] !== undefined;
}

/**
 * The documents in a source of TypeScript that are not valid, each by its beginning and its first error. An expression in a text can
 * stand for an agency, an action, the type of its input, or a selection: a document is valid if it is with any of these. So a field that was
 * renamed is found in a command that no test runs, and a wrong word in what is put into it is not.
 */
export function staleIn(source: string, path: string, schema: GraphQLSchema): string[] {
  const { nodes, constants } = syntaxOf(source, path);
  const actions = actionsOf(schema);
  const parts = new Set(
    nodes.flatMap((node) =>
      isTemplate(node) ? node.expressions.map(({ value }) => constants.get(String(value))) : [],
    ),
  );
  return nodes.flatMap((node) => {
    if (parts.has(node)) return [];
    const text = joined(partsOf(node, constants));
    if (!isMeant(text, schema)) return [];
    const isNamed = !String(text[0]).trimStart().startsWith('{');
    const error = errorOf(readingsOf(text, actions), isNamed, schema);
    const start = String(text[0]).trim().replaceAll(/\s+/g, ' ').slice(0, 60);
    return error === undefined ? [] : [`${path}: ${start}: ${error}`];
  });
}
