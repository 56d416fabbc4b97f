import { parseSync } from '@swc/core';

/** A node of the syntax of a source. */
export type SyntaxNode = { type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (isNode(value)) yield value;
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** A text with expressions in it. */
export interface Template extends SyntaxNode {
  quasis: { cooked: string }[];
  expressions: SyntaxNode[];
}

/** Types that are made of texts look like templates, and have no expressions. */
export const isTemplate = (node: SyntaxNode): node is Template =>
  node.type === 'TemplateLiteral' && 'expressions' in node;

/** The syntax of a source. */
export interface Syntax {
  nodes: SyntaxNode[];
  /** The texts that have a name, by it. */
  constants: ReadonlyMap<string, SyntaxNode>;
}

/** Reads the syntax of a source of TypeScript. */
export function syntaxOf(source: string, path: string): Syntax {
  const module = parseSync(source, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
  const nodes = [...nodesIn(module)];
  const constants = new Map<string, SyntaxNode>();
  for (const { type, id, init } of nodes)
    if (type === 'VariableDeclarator' && isNode(id) && isNode(init) && /Literal$/.test(init.type))
      constants.set(String((id as { value?: unknown }).value), init);
  return { nodes, constants };
}
