import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { isTemplate, type SyntaxNode, syntaxOf } from './syntax-of.ts';

/** The operations that a source sends, and every word beside them: names in the code, and other texts. */
export interface Documents {
  documents: DocumentNode[];
  words: Set<string>;
}

/** One text with each way to read it: an expression that stands for an agency is read as each of them. */
interface Text {
  readings: string[];
  /** The names of constants whose text is part of it. */
  from: string[];
}

const agencies = agencyNames.map(subgraphOf);

/** A call of the page's own `eachHalf(selection, …)`: the selection under every agency's field. */
function eachHalf(call: SyntaxNode): string | undefined {
  const callee = call.callee as SyntaxNode & { value?: string };
  const [first] = call.arguments as { expression: SyntaxNode & { value?: string } }[];
  if (callee.value !== 'eachHalf' || first?.expression.type !== 'StringLiteral') return undefined;
  return agencies.map((agency) => `${agency} ${first.expression.value}`).join(' ');
}

/** Reads the texts of a source: what is put into a template is a constant of the same file, or stands for an agency. */
function textOf(node: SyntaxNode, constants: ReadonlyMap<string, SyntaxNode>): Text | undefined {
  if (node.type === 'StringLiteral') return { readings: [node.value as string], from: [] };
  if (!isTemplate(node)) return undefined;
  const { quasis, expressions } = node;
  const from: string[] = [];
  const partsFor = (agency: string) =>
    expressions.map((expression) => {
      if (expression.type === 'CallExpression') return eachHalf(expression) ?? agency;
      const name = expression.type === 'Identifier' ? (expression.value as string) : '';
      const constant = constants.get(name);
      if (!constant) return agency;
      // A constant in whose own text its name stands is another one, of an inner scope.
      const others = new Map([...constants].filter(([other]) => other !== name));
      const text = textOf(constant, others);
      from.push(name, ...(text?.from ?? []));
      return text?.readings[0] ?? agency;
    });
  const readings = agencies.map((agency) => {
    const parts = partsFor(agency);
    return quasis.map(({ cooked }, index) => cooked + (parts[index] ?? '')).join('');
  });
  return { readings: [...new Set(readings)], from };
}

function operationsIn(text: string, schema: GraphQLSchema): DocumentNode | undefined {
  if (!text.includes('{')) return undefined;
  try {
    const document = parse(text);
    const hasOperation = document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return hasOperation && validate(schema, document).length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The documents in a source of TypeScript: its texts that are valid operations of the schema, with the constants of the same file in
 * their places. A text that is put together in another way is passed over.
 */
export function documentsIn(source: string, path: string, schema: GraphQLSchema): Documents {
  const { nodes, constants } = syntaxOf(source, path);
  const texts = nodes.flatMap((node) => {
    const text = textOf(node, constants);
    return text ? [{ node, text }] : [];
  });
  const documents: DocumentNode[] = [];
  const isPart = new Set<SyntaxNode>();
  for (const { node, text } of texts) {
    const found = text.readings.flatMap((reading) => operationsIn(reading, schema) ?? []);
    if (found.length === 0) continue;
    documents.push(...found);
    for (const part of [node, ...text.from.flatMap((name) => constants.get(name) ?? [])]) isPart.add(part);
  }
  const words = new Set<string>();
  const add = (text: unknown) => {
    for (const [word] of String(text).matchAll(/\w+/g)) words.add(word);
  };
  for (const node of nodes) {
    if (node.type === 'Identifier') add(node.value);
    if (isPart.has(node)) continue;
    if (node.type === 'StringLiteral' || node.type === 'JSXText') add(node.value);
    if (isTemplate(node)) for (const { cooked } of node.quasis) add(cooked);
  }
  return { documents, words };
}
