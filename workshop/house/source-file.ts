import { posix } from 'node:path';

/** A file of source as the house sees it: what it takes from others, what it offers, and how that is described. */
export interface SourceFile {
  path: string;
  lines: number;
  /** Names taken from other files of the project, by file; `*` for a whole module. */
  imports: Map<string, string[]>;
  /** Exported declarations, with the doc comment above each. */
  exports: { name: string; doc?: string }[];
  /** Doc comments of anything in the file, exported or not, without their asterisks. */
  docs: string[];
}

const reexported = /^(?:import|export)\s+(type\s+)?(\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'(\.[^']+)'/gm;
const wholly = /\bimport\(\s*'(\.[^']+)'\s*\)|^import\s+'(\.[^']+)'/gm;
const declared =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|type|interface|enum) (\w+)/gm;
const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\//g;

const textOf = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .trim();

const namesIn = (clause: string): string[] =>
  clause.startsWith('*')
    ? ['*']
    : clause
        .slice(1, -1)
        .split(',')
        .map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/ as .*/, ''),
        )
        .filter((name) => name !== '');

/**
 * Reads a file by its form, which the formatter makes sure of: an import or an exported declaration begins its line.
 * @param path from the root of the project
 */
export function sourceFile(path: string, text: string): SourceFile {
  const imports = new Map<string, string[]>();
  const note = (specifier: string, names: string[]) => {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    imports.set(target, [...(imports.get(target) ?? []), ...names]);
  };
  for (const [, , clause = '', specifier = ''] of text.matchAll(reexported)) note(specifier, namesIn(clause));
  for (const [, dynamic, bare] of text.matchAll(wholly)) note(dynamic ?? bare ?? '', ['*']);
  const exports = [...text.matchAll(declared)].map(([, doc, name = '']) => ({
    name,
    ...(doc === undefined ? {} : { doc: textOf(doc) }),
  }));
  const docs = [...text.matchAll(documented)].map(([, doc = '']) => textOf(doc));
  return { path, lines: text.split('\n').length, imports, exports, docs };
}
