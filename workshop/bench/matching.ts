/**
 * `npm run bench:matching`: comparisons in a second of one core, against comparing the same names by letter, and how long the
 * candidates of one person among many take to find, against comparing with each. Comparisons are counted by the time of the processor
 * and not of the clock, which other work on the machine takes its part of.
 */

import type { Features } from '../../subgraphs/agency/matching/features.ts';
import { score } from '../../subgraphs/agency/matching/score.ts';
import { demoRecords } from '../demo-data/records.ts';
import { CandidateIndex } from './eval-matching/candidate-index.ts';
import { type Identity, identityFeatures } from './eval-matching/identity-features.ts';

const persons = 100_000;
const rounds = 5;

const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The names of the demo's persons, each with many birth dates, so that there are as many persons as are wanted. */
function identities(): Identity[] {
  const { dossiers } = demoRecords({ seed: 7, dossiersPerAgency: 2_000 }).RUSSIA;
  const named = dossiers.flatMap(({ names }) => {
    const legal = names.find(({ kind }) => kind === 'LEGAL');
    return legal ? [legal] : [];
  });
  return Array.from({ length: persons }, (_, index) => {
    const { script, surname, givenName, patronymic } = named[index % named.length] as (typeof named)[number];
    const day = new Date(Date.UTC(1950, 0, 1) + ((index * 7_919) % 20_000) * 86_400_000);
    return { script, surname, givenName, patronymic, birth: day.toISOString().slice(0, 10) };
  });
}

const byLetter = (one: Identity, other: Identity): boolean =>
  one.surname?.toLowerCase() === other.surname?.toLowerCase() &&
  one.givenName?.toLowerCase() === other.givenName?.toLowerCase() &&
  one.birth === other.birth;

/** Comparisons of one with all others in a second of the processor’s time, in turns with the other way. */
function perSecond(count: number, compare: (index: number) => unknown): number {
  const from = process.cpuUsage();
  for (let index = 0; index < count; index++) compare(index);
  const { user, system } = process.cpuUsage(from);
  return (count / (user + system)) * 1_000_000;
}

const people = identities();
const features: Features[] = people.map(identityFeatures);
const [first, ours, letters] = [people[0] as Identity, [] as number[], [] as number[]];
for (let round = 0; round < rounds; round++) {
  const one = features[round * 31] as Features;
  ours.push(perSecond(persons, (index) => score(one, features[index] as Features)));
  letters.push(perSecond(persons, (index) => byLetter(first, people[index] as Identity)));
}
print(`comparisons a second of a core   ${Math.round(median(ours)).toLocaleString('en')}`);
print(`by letter, of clear names        ${Math.round(median(letters)).toLocaleString('en')}`);
print(`ratio                            ${(median(ours) / median(letters)).toFixed(3)}`);

const index = new CandidateIndex<number>();
for (const [id, one] of features.entries()) index.add({ id, features: one });
const [indexed, each] = [[] as number[], [] as number[]];
for (let round = 0; round < 200; round++) {
  const one = features[round * 463] as Features;
  const from = performance.now();
  index.candidatesOf(one);
  indexed.push(performance.now() - from);
  if (round % 40 !== 0) continue;
  const all = performance.now();
  for (const other of features) score(one, other);
  each.push(performance.now() - all);
}
print(
  `candidates of one among ${persons.toLocaleString('en')}   ${median(indexed).toFixed(2)} ms, slowest ${Math.max(...indexed).toFixed(2)} ms`,
);
print(
  `comparing it with each           ${median(each).toFixed(0)} ms, ratio ${(median(each) / median(indexed)).toFixed(0)}`,
);
