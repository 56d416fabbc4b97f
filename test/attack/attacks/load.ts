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

/**
 * Whether a query that is too large is let in for somebody who asked nothing before. A defence refuses it before any agency is asked, so
 * that one which is answered too late was let in, too.
 */
async function isLetIn(target: Target, document: string): Promise<boolean> {
  const { codes, body } = await target.investigating('belarus', 'investigator').query(document);
  return codes.every((code) => code === 'AGENCY_UNAVAILABLE' || code === 'UNAVAILABLE') && body != null;
}

/** A suspect's half's suspect's half, so many times. */
const nested = (levels: number) =>
  `{ ${root} ${'{ belarus { suspect '.repeat(levels)} { belarus { id } } ${'} }'.repeat(levels)} }`;

const titlesAs = (names: number) =>
  `{ ${times(names, (n) => `a${n}: titles(language: RU) { name __typename values { __typename value title } }`)} }`;

/** Both halves of each of so many suspects, and the halves of their suspects. */
const halves = (suspects: number) =>
  `{ ${times(suspects, (n) => `a${n}: ${root} { ...S }`)} }
  fragment S on Suspect { belarus { id suspect { russia { id } } } russia { id suspect { belarus { id } } } }`;

/** Whether so many requests of one officer are all let in at one time. */
async function areAllTaken(target: Target, requests: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  // Small ones: of large ones an officer has fewer at a time.
  const document =
    '{ belarus { dossiers(first: 10) { nodes { id names { full } suspect { russia { id names { full } } } } } } }';
  const answers = await Promise.all(Array.from({ length: requests }, () => officer.query(document)));
  return !answers.some(({ codes }) => codes.includes('TOO_MANY_REQUESTS'));
}

/**
 * Whether one officer's documents, some at a time, are never refused as too many.
 * @throws Error when so many cannot be asked for while the officer would have no more to spend, since the machine is slow: neither is shown then
 */
async function areNeverTooMany(
  target: Target,
  { documents, atATime, documentOf }: { documents: number; atATime: number; documentOf(n: number): string },
): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  const latest = performance.now() + 50_000;
  let asked = 0;
  let isRefused = false;
  const ask = async () => {
    while (asked < documents && !isRefused && performance.now() < latest) {
      asked += 1;
      const { codes } = await officer.query(documentOf(asked));
      if (codes.includes('TOO_MANY_REQUESTS')) isRefused = true;
    }
  };
  await Promise.all(Array.from({ length: atATime }, ask));
  if (!isRefused && asked < documents) throw new Error(`the machine is too slow: ${asked} documents in 50 s`);
  return !isRefused;
}

/** Whether one officer's large queries are all carried out. */
const isEverythingPaid = (target: Target, documents: number) =>
  areNeverTooMany(target, {
    documents,
    atATime: 4,
    documentOf: () =>
      '{ belarus { dossiers(first: 100) { nodes { id history(first: 100) { nodes { by } } } } } }',
  });

/** The same field so many times, which is one in the answer. */
const same = (fields: number) => `{ ${times(fields, () => `${root} { id }`)} }`;

/** Each name of a person under so many names, in two hundred bytes. */
const repeated = (names: number) =>
  `{ ${root} { belarus { names { ${times(names, (n) => `x${n}: full`)} } } } }`;

const visibilityOf = (document: string, alias: string) =>
  `${alias}: visibility(document: ${JSON.stringify(document)}) { belarus { coordinate } }`;

/** Whether one officer's invalid documents, each another one, are all validated. */
function isNothingPaid(target: Target, documents: number): Promise<boolean> {
  const long = times(900, (n) => `nope${n}: nope`);
  return areNeverTooMany(target, { documents, atATime: 15, documentOf: (n) => `{ ${long} } # ${n}` });
}

export const loadAttacks: readonly Attack[] = [
  {
    mend: 'nested suspects',
    name: 'a suspect in a half of a suspect in a half of a suspect, to multiply fetches',
    control: (target) => isAnswered(target, nested(1)),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, nested(2)),
  },
  {
    mend: 'estimate of fetches',
    name: 'halves of many suspects and of theirs, in a query of one kilobyte',
    control: (target) => isAnswered(target, halves(3)),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, halves(25)),
  },
  {
    mend: 'names of one field',
    name: 'one value under twenty-nine names in one place, which makes megabytes of a few hundred bytes',
    control: (target) => isAnswered(target, repeated(3)),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, repeated(29)),
  },
  {
    mend: 'length of closed lists',
    name: 'the titles of all closed lists under twenty-nine names, which the gateway answers in its own thread',
    control: (target) => isAnswered(target, titlesAs(1)),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, titlesAs(29)),
  },
  {
    mend: 'pairs of fields',
    name: 'hundreds of fields of one name in twelve kilobytes, which validation compares in pairs',
    control: (target) => isAnswered(target, same(20)),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, same(320)),
  },
  {
    mend: 'one question of visibility',
    name: 'many documents to be validated in one operation',
    control: (target) => isAnswered(target, `{ ${visibilityOf(same(1), 'a')} }`),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, `{ ${times(29, (n) => visibilityOf(same(1), `a${n}`))} }`),
  },
  {
    mend: 'document of visibility',
    name: 'a question of visibility whose document takes long to validate',
    control: (target) => isAnswered(target, `{ ${visibilityOf(same(20), 'a')} }`),
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: (target) => isLetIn(target, `{ ${visibilityOf(same(317), 'a')} }`),
  },
  {
    mend: 'cost of reading',
    name: 'invalid documents without end, by one officer',
    control: (target) => isNothingPaid(target, 5),
    heldBy: ['TOO_MANY_REQUESTS'],
    // More than their cost allows (42 at once, and 35 in the 50 s after), and so few that the bound of the loop's time does not hold them on a slow machine.
    attempt: (target) => isNothingPaid(target, 80),
  },
  {
    mend: 'requests at a time',
    name: 'sixty requests of one officer at a time, to keep others waiting',
    control: (target) => areAllTaken(target, 5),
    heldBy: ['TOO_MANY_REQUESTS'],
    attempt: (target) => areAllTaken(target, 60),
  },
  {
    mend: 'cost a minute',
    name: 'large pages without end, by one officer',
    control: (target) => isEverythingPaid(target, 5),
    heldBy: ['TOO_MANY_REQUESTS'],
    attempt: (target) => isEverythingPaid(target, 100),
  },
];
