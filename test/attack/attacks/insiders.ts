import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/end-to-end/callers.ts';
import { linked, nobody } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import { caseOf, type Target } from '../target.ts';

interface OnRecord {
  belarus: { reads: { nodes: { by: string; dossiers: string[] }[] } };
}

let readers = 0;

/** A supervisor of Belarus whose name is on no record yet. */
function reader(target: Target): { name: string; officer: Caller } {
  readers += 1;
  const name = `reading-${readers}-${randomUUID()}`;
  const officer = target.as('belarus', 'supervisor', { sub: name }).for('INVESTIGATION', caseOf.belarus);
  return { name, officer };
}

/** How many entries of the record of reads are an officer's. */
async function entriesOf(target: Target, name: string): Promise<number> {
  const { body, text } = await target
    .as('belarus', 'overseer')
    .for('PREVENTION')
    .under('NATIONAL_LAW')
    .query<OnRecord>('{ belarus { reads(first: 100) { nodes { by dossiers } } } }');
  if (!body.data) throw new Error(`the overseer is told nothing: ${text}`);
  return body.data.belarus.reads.nodes.filter(({ by }) => by === name).length;
}

const dossier = `suspect(id: "${linked.belarus}") { belarus { id names { full } contacts { value } } }`;

/** Whether an officer is answered, and nothing of it is on record. */
async function leavesNoTrace(target: Target, document: string): Promise<boolean> {
  const { name, officer } = reader(target);
  const { status, body } = await officer.query(document);
  return status === 200 && body.data != null && (await entriesOf(target, name)) === 0;
}

/** Whether a step of an officer's on a dossier is refused, and nothing of it is on record. */
async function stepsWithoutTrace(target: Target, id: string): Promise<boolean> {
  const { name, officer } = reader(target);
  const { body } = await officer.with('idempotency-key', randomUUID()).query(
    `mutation ($input: CountersignInput!) { belarus { countersignValues(input: $input) {
      __typename ... on InvalidInput { problems { code } } } } }`,
    { input: { dossier: id, version: 1 } },
  );
  return body.data != null && (await entriesOf(target, name)) === 0;
}

/** How many entries an officer's requests make. */
async function entriesBy(target: Target, ask: (officer: Caller) => Promise<unknown>): Promise<number> {
  const { name, officer } = reader(target);
  await ask(officer);
  return entriesOf(target, name);
}

/** A question with as many roots and paths to the same agency as anybody thinks of. */
const winding = `{ belarus { dossiers(first: 3) { nodes { id names { full } suspect { belarus { id names { full } } } } } }
  ${Array.from({ length: 10 }, (_none, n) => `a${n}: ${dossier}`).join(' ')} }`;

/** So many requests of an officer, one after the other, under one name of his. */
const named = (officer: Caller, times: number) =>
  Array.from({ length: times }).reduce<Promise<unknown>>(
    (before) => before.then(() => officer.with('x-request-id', 'one-and-the-same').query(`{ ${dossier} }`)),
    Promise.resolve(),
  );

export const insiderAttacks: readonly Attack[] = [
  {
    mend: 'own reads',
    name: 'a dossier read by a supervisor of its own agency, without a trace',
    control: (target) => leavesNoTrace(target, '{ __schema { queryType { name } } }'),
    attempt: (target) => leavesNoTrace(target, `{ ${dossier} }`),
  },
  {
    mend: 'reads of steps',
    name: 'a step whose refusal tells something of a dossier, without a trace',
    control: (target) => stepsWithoutTrace(target, nobody),
    attempt: (target) => stepsWithoutTrace(target, linked.belarus),
  },
  {
    mend: 'one entry a request',
    name: 'a question that fills the record of reads',
    control: async (target) =>
      (await entriesBy(target, async (officer) => {
        await officer.query(`{ ${dossier} }`);
        await officer.query(`{ ${dossier} }`);
      })) > 1,
    attempt: async (target) => (await entriesBy(target, (officer) => officer.query(winding))) > 1,
  },
  {
    mend: 'name of a request',
    name: 'several requests under one x-request-id, to be one entry',
    control: async (target) => (await entriesBy(target, (officer) => named(officer, 1))) === 1,
    attempt: async (target) => (await entriesBy(target, (officer) => named(officer, 3))) === 1,
  },
];
