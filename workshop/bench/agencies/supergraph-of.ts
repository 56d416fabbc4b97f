import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const copied = ['schema', 'terms', 'server', 'commands', 'subgraphs', 'package.json', 'tsconfig.json'];
const composing = `import { composeSchema } from './schema/compose/compose.ts';
process.stdout.write(composeSchema().get('./schema/supergraph.graphql') ?? '');
`;

/** Agencies that there are not: two letters each, of which no other id begins. */
const invented = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `MADEUP${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
  );

/**
 * Adds a field that gives every half of a person in a list, as a client would like it that names no agency: each a stub of its owner's, as
 * those of `node` are.
 */
function addHalves(project: string): void {
  const replace = (file: string, text: string, by: string) => {
    const before = readFileSync(join(project, file), 'utf8');
    if (!before.includes(text)) throw new Error(`\`${text}\` is no more in ${file}`);
    writeFileSync(join(project, file), before.replace(text, by));
  };
  replace(
    'schema/crossborder.graphql',
    'type EachDossier implements Node',
    `"One agency's records of a person, as every agency has them."
interface Dossier {
  "The dossier's own id."
  id: ID! @access(class: OPEN)
}

extend type Suspect {
  "The half of each agency that has one."
  halves: [Dossier]! @access(class: OPEN)
}

type EachDossier implements Node & Dossier`,
  );
  // Crossborder's dossiers have less than those of their owners, which is refused.
  replace('schema/compose/compose.ts', '...inconsistent.map(', '...[].map(');
  replace('schema/compose/compose.ts', '...sharedTypeDifferences(services),', '');
}

/** Adds agencies where those that there are stand: in the enum of the SDL, in what follows from it, and with a prefix of ids. */
function addTo(project: string, names: readonly string[]): void {
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(project, file), change(readFileSync(join(project, file), 'utf8')));
  const members = names.map((name) => `  "An agency that there is not, ${name}."\n  ${name}\n`).join('');
  edit('schema/mandate.graphql', (text) => text.replace(/(\n {2}RUSSIA\n)/, `$1${members}`));
  const listed = names.map((name) => `, '${name}'`).join('');
  edit('terms/enums.ts', (text) => text.replace("['BELARUS', 'RUSSIA']", `['BELARUS', 'RUSSIA'${listed}]`));
  const rows = names.map(
    (name, index) => `  ${name}: { idPrefix: '${name.slice(-2)}', port: ${5001 + index} },\n`,
  );
  edit('terms/agencies.ts', (text) => text.replace(/( {2}RUSSIA: \{[^}]*\},\n)/, `$1${rows.join('')}`));
}

/**
 * The supergraph of so many agencies, composed as `npm run schema` composes that of two, in a copy of the sources; if asked, with a field
 * `Suspect.halves`, which the schema does not have.
 * @throws when it does not compose, with what the composition says
 */
export function supergraphOf(count: number, withHalves = false): string {
  const project = mkdtempSync(join(tmpdir(), 'concord-agencies-'));
  try {
    for (const path of copied) cpSync(join(root, path), join(project, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    addTo(project, invented(count - 2));
    if (withHalves) addHalves(project);
    writeFileSync(join(project, 'compose.ts'), composing);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'compose.ts'], {
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
