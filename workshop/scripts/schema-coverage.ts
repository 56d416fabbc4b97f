/**
 * `npm run schema:coverage`: how far the operations of the project cover the public schema (`schema/built/api.graphql`), as
 * graphql-inspector counts it, and how large they are. It fails below 90 % of the fields, and for an operation of more than 80.
 *
 * Counted are the operations of the folders in `workshop/schema-coverage/places.ts`, which says why these: the views of the playground and its
 * examples, the client package, the example page, and tests. A field is covered by one whose value somebody looks at: its name in the
 * answer stands in the code of the view or test too, or of one that imports the document. The size of an operation is the number of its fields once every fragment is put
 * where it is spread: one that is selected twice at a place is one, and those that GraphQL itself has (`__typename`) are none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { places } from '../schema-coverage/places.ts';
import { leastCovered, mostFields, report } from '../schema-coverage/report.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const folders = new Set(places.flatMap(({ folder, readers = [] }) => [folder, ...readers]));
const paths = new Set(
  [...folders].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ),
);
const sources = [...paths]
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
  .map((path) => ({ path, text: read(path) }));

const { lines, holds } = report(buildSchema(read('schema/built/api.graphql')), sources);
if (!holds) process.stderr.write(`at least ${leastCovered} % are wanted, and at most ${mostFields} fields\n`);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = holds ? 0 : 1;
