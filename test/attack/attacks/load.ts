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
