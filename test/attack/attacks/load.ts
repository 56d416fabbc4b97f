import { performance } from 'node:perf_hooks';
import { linked } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

const root = `suspect(id: "${linked.belarus}")`;
const times = (count: number, each: (n: number) => string) =>
  Array.from({ length: count }, (_none, n) => each(n)).join(' ');

/** Whether a query is carried out for somebody who asked nothing before. */
async function isAnswered(target: Target, document: string): Promise<boolean> {
  const { status, body } = await target.investigating('belarus', 'investigator').query(document);
  return status === 200 && body.errors === undefined && body.data != null;
}

/** A suspect's half's suspect's half, so many times. */
const nested = (levels: number) =>
  `{ ${root} ${'{ belarus { suspect '.repeat(levels)} { belarus { id } } ${'} }'.repeat(levels)} }`;

/** Both halves of each of so many suspects, and the halves of their suspects. */
const halves = (suspects: number) =>
  `{ ${times(suspects, (n) => `a${n}: ${root} { ...S }`)} }
  fragment S on Suspect { belarus { id suspect { russia { id } } } russia { id suspect { belarus { id } } } }`;

/** Whether so many requests of one officer are all under way at one time. */
async function areAllTaken(target: Target, requests: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  const document =
    '{ belarus { dossiers(first: 100) { nodes { id names { full } suspect { russia { id names { full } } } } } } }';
  const answers = await Promise.all(Array.from({ length: requests }, () => officer.query(document)));
  return answers.every(({ status, body }) => status === 200 && body.errors === undefined);
}

/** Whether one officer's large queries, one after the other, are all carried out in a minute. */
async function isEverythingPaid(target: Target, requests: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  const document =
    '{ belarus { dossiers(first: 100) { nodes { id history(first: 100) { nodes { by } } } } } }';
  const until = performance.now() + 50_000;
  for (let asked = 0; asked < requests && performance.now() < until; asked++) {
    const { codes } = await officer.query(document);
    if (codes.includes('TOO_MANY_REQUESTS')) return false;
  }
  return true;
}

/** The same field so many times, which is one in the answer. */
const same = (fields: number) => `{ ${times(fields, () => `${root} { id }`)} }`;

const visibilityOf = (document: string, alias: string) =>
  `${alias}: visibility(document: ${JSON.stringify(document)}) { belarus { coordinate } }`;

/** Whether one officer's invalid documents, each another one, are all validated in a minute. */
async function isNothingPaid(target: Target, documents: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  const long = times(900, (n) => `nope${n}: nope`);
  const until = performance.now() + 50_000;
  for (let asked = 0; asked < documents && performance.now() < until; asked++) {
    const { codes } = await officer.query(`{ ${long} } # ${asked}`);
    if (codes.includes('TOO_MANY_REQUESTS')) return false;
  }
  return true;
}

export const loadAttacks: readonly Attack[] = [
  {
    mend: 'nested suspects',
    name: 'a suspect in a half of a suspect in a half of a suspect, to multiply fetches',
    control: (target) => isAnswered(target, nested(1)),
    attempt: (target) => isAnswered(target, nested(2)),
  },
  {
    mend: 'estimate of fetches',
    name: 'halves of many suspects and of theirs, in a query of one kilobyte',
    control: (target) => isAnswered(target, halves(3)),
    attempt: (target) => isAnswered(target, halves(25)),
  },
  {
    mend: 'pairs of fields',
    name: 'hundreds of fields of one name in twelve kilobytes, which validation compares in pairs',
    control: (target) => isAnswered(target, same(20)),
    attempt: (target) => isAnswered(target, same(320)),
  },
  {
    mend: 'one question of visibility',
    name: 'many documents to be validated in one operation',
    control: (target) => isAnswered(target, `{ ${visibilityOf(same(1), 'a')} }`),
    attempt: (target) => isAnswered(target, `{ ${times(29, (n) => visibilityOf(same(1), `a${n}`))} }`),
  },
  {
    mend: 'document of visibility',
    name: 'a question of visibility whose document takes long to validate',
    control: (target) => isAnswered(target, `{ ${visibilityOf(same(20), 'a')} }`),
    attempt: (target) => isAnswered(target, `{ ${visibilityOf(same(317), 'a')} }`),
  },
  {
    mend: 'cost of reading',
    name: 'invalid documents without end, by one officer',
    control: (target) => isNothingPaid(target, 5),
    attempt: (target) => isNothingPaid(target, 500),
  },
  {
    mend: 'requests at a time',
    name: 'sixty requests of one officer at a time, to keep others waiting',
    control: (target) => areAllTaken(target, 5),
    attempt: (target) => areAllTaken(target, 60),
  },
  {
    mend: 'cost a minute',
    name: 'large pages without end, by one officer',
    control: (target) => isEverythingPaid(target, 5),
    attempt: (target) => isEverythingPaid(target, 100),
  },
];
