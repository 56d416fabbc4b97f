import { createHash } from 'node:crypto';
import { type ASTNode, print } from 'graphql';

/** Characters from which on a hash stands for a text. */
const longest = 100;

const known = new WeakMap<ASTNode, string>();

/**
 * A node as it is written, or what tells it from all others where that is long. It is printed once: a fragment can be spread a thousand times, and an
 * argument in it be as long as a document.
 */
export function printed(node: ASTNode): string {
  const found = known.get(node);
  if (found !== undefined) return found;
  const text = print(node);
  const kept = text.length > longest ? createHash('sha256').update(text).digest('base64url') : text;
  known.set(node, kept);
  return kept;
}
