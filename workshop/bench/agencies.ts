/**
 * `npm run bench:agencies [-- --counts 2,10,30]`: plans of one query over ever more agencies, that of the unified profile in the
 * ways in which a client can ask it. Prints a line for each, and all of them as JSON in the last line.
 */
import { parseArgs } from 'node:util';
import type { PlanNode } from '@apollo/query-planner';
import { buildSchema, isEnumType, parse } from 'graphql';
import { createQueryPlanner, fetchesOfPlan } from '../../gateway/federation/plans/create-query-planner.ts';
import { eventLoopBlocks } from './agencies/event-loop-blocks.ts';
import { supergraphOf } from './agencies/supergraph-of.ts';

const { values } = parseArgs({ options: { counts: { type: 'string', default: '2,10,30' } } });
const print = (line: string) => process.stdout.write(`${line}\n`);

const half = `names { full } birth { date } contacts { value } instruments { kind } infrastructure { value }
  roles { kind } offences { article { code } } status { stage } releases { id state }`;

/** The document for a field that the schema would have if its plan were small and soon made, at thirty agencies too. */
const listed = 'every half, in a list: `Suspect.halves`, which the schema does not have';
const mostMs = 80;

const fragment = `fragment Half on Dossier { ${half} }`;
const suspectWith = (halves: string): string => `query ($id: ID!) { suspect(id: $id) { ${halves} } }`;

/** The documents by what asks so: each is planned on its own. */
const documentsFor = (fields: readonly string[]): Readonly<Record<string, string>> => ({
  'every half, by one fragment':
    suspectWith(fields.map((field) => `${field} { ...Half }`).join(' ')) + fragment,
  'one half, as `halves` of the SDK asks for each': suspectWith(`${fields[0]} { ...Half }`) + fragment,
  'an object by its id, as any dossier': `query ($id: ID!) { node(id: $id) { ... on Dossier { ${half} } } }`,
});

/** The most fetches that wait for one another. */
function phasesOf(node: PlanNode | undefined): number {
  switch (node?.kind) {
    case 'Sequence':
      return node.nodes.map(phasesOf).reduce((sum, each) => sum + each, 0);
    case 'Parallel':
      return Math.max(...node.nodes.map(phasesOf));
    case 'Flatten':
      return phasesOf(node.node);
    case 'Condition':
      return Math.max(phasesOf(node.ifClause), phasesOf(node.elseClause));
    case 'Fetch':
      return 1;
    default:
      return 0;
  }
}

/** The field of each agency: the name of its enum's member in lower case. */
function fieldsIn(supergraphSdl: string): string[] {
  const agencies = buildSchema(supergraphSdl, { assumeValid: true, assumeValidSDL: true }).getType('Agency');
  return isEnumType(agencies) ? agencies.getValues().map(({ name }) => name.toLowerCase()) : [];
}

/** A document, and its plan in figures. */
interface Figure {
  agencies: number;
  document: string;
  fetches: number;
  phases: number;
  firstPlanMs: number;
  /** For so long the gateway does nothing else when it makes this plan; null where it refuses to. */
  blockMs: number | null;
}

async function planned(
  agencies: number,
  supergraphSdl: string,
  documents: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const plan = createQueryPlanner(supergraphSdl);
  const blocks = eventLoopBlocks(supergraphSdl, createQueryPlanner(supergraphSdl));
  const figures: Figure[] = [];
  for (const [document, text] of Object.entries(documents)) {
    const parsed = parse(text);
    const begun = performance.now();
    const made = plan(parsed, undefined);
    const firstPlanMs = Math.round((performance.now() - begun) * 10) / 10;
    const node = made.node?.kind === 'Subscription' ? undefined : made.node;
    const figure = {
      agencies,
      document,
      fetches: fetchesOfPlan(made).length,
      phases: phasesOf(node),
      firstPlanMs,
      blockMs: await blocks.of(text).then((found) => found ?? null),
    };
    const blocked =
      figure.blockMs === null ? 'refused by the gateway' : `blocks for ${figure.blockMs.toFixed(0)} ms`;
    print(
      `  ${document}: ${figure.fetches} fetches in ${figure.phases} phases, first plan ${firstPlanMs} ms, ${blocked}`,
    );
    figures.push(figure);
  }
  await blocks.stop();
  return figures;
}

// Whatever the planner loads and compiles once is not a document's.
createQueryPlanner(supergraphOf(2))(parse('{ suspect(id: "x") { id } }'), undefined);

const figures: Figure[] = [];
for (const count of values.counts.split(',')) {
  const agencies = Number(count);
  const from = performance.now();
  const supergraphSdl = supergraphOf(agencies);
  const composed = performance.now() - from;
  print(
    `${agencies} agencies: composed in ${(composed / 1000).toFixed(1)} s, ${(supergraphSdl.length / 1024).toFixed(0)} KiB`,
  );
  figures.push(
    ...(await planned(agencies, supergraphSdl, documentsFor(fieldsIn(supergraphSdl)))),
    ...(await planned(agencies, supergraphOf(agencies, true), {
      [listed]: suspectWith(`halves { ${half} }`),
    })),
  );
}
for (const { agencies, fetches, phases, firstPlanMs } of figures.filter(
  ({ document }) => document === listed,
)) {
  const isWorthIt = fetches <= agencies + 1 && phases <= 2 && firstPlanMs <= mostMs;
  print(
    `Suspect.halves at ${agencies} agencies: ${isWorthIt ? 'within' : 'not within'} a fetch an agency in one phase after crossborder, and ${mostMs} ms`,
  );
}
print(JSON.stringify(figures));
