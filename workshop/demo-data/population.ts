import { type DemoAgency, demoAgencies } from './agencies/demo-agencies.ts';
import type { PerAgency, Relation } from './people/links.ts';
import { namesakeOf, type Person, personOf } from './people/person.ts';

/** One whom one agency knows; or whom both do, or two of one name, and then Belarus's comes first. */
export interface Subject {
  persons: { agency: DemoAgency; person: Person }[];
  /** Of a pair: what the agencies have decided of it, and who spoke first. */
  link?: { key: string; relation: Relation; proposer: DemoAgency };
  /** Whether the dossiers belong to the demo case of their agency. */
  inDemoCase: boolean;
}

interface Sizes {
  /** Pairs with a link confirmed by both, without the pair that always exists. */
  confirmed: number;
  unverified: number;
  different: number;
  /** Dossiers of an agency that no link names, without those that always exist. */
  alone: PerAgency<number>;
}

/** A fifth of each agency's dossiers are of persons known to both; few pairs are open or were found to be two people. */
function sizesOf(dossiersPerAgency: number): Sizes {
  const confirmed = Math.max(1, Math.round(dossiersPerAgency / 5)) - 1;
  const rest = dossiersPerAgency - 2 - confirmed;
  const unverified = Math.min(5, Math.floor(rest / 3));
  const different = Math.min(2, Math.floor(rest / 10));
  // Without the one of each agency that nobody has linked yet.
  const alone = rest - unverified - different - 1;
  return { confirmed, unverified, different, alone: { BELARUS: alone, RUSSIA: alone + 1 } };
}

/** The first of each kind of dossier belong to the demo case, so that it shows every kind. */
const inDemoCase = (index: number): boolean => index < 3;

function pairOf(seed: number, relation: Relation, index: number): Subject {
  const key = `${relation}-${index}`;
  const person = personOf(seed, key);
  const other = relation === 'DIFFERENT' ? namesakeOf(person, seed, `${key}-namesake`) : person;
  const persons: Subject['persons'] = [
    { agency: 'BELARUS', person },
    { agency: 'RUSSIA', person: other },
  ];
  const proposer = index % 2 === 0 ? 'BELARUS' : 'RUSSIA';
  return { persons, link: { key, relation, proposer }, inDemoCase: inDemoCase(index) };
}

/** All whom the agencies know, without those of the demo ids. */
export function subjectsOf(seed: number, dossiersPerAgency: number): Subject[] {
  const { confirmed, unverified, different, alone } = sizesOf(dossiersPerAgency);
  const pairs = (relation: Relation, count: number) =>
    Array.from({ length: count }, (_, index) => pairOf(seed, relation, index));
  const singles = (agency: DemoAgency) =>
    Array.from({ length: alone[agency] }, (_, index): Subject => {
      const person = personOf(seed, `${agency}-${index}`);
      return { persons: [{ agency, person }], inDemoCase: inDemoCase(index) };
    });
  return [
    ...pairs('SAME', confirmed),
    ...pairs('UNVERIFIED', unverified),
    ...pairs('DIFFERENT', different),
    ...demoAgencies.flatMap(singles),
  ];
}
