import { linkedPerson } from '../../demo-data/known/demo-ids.ts';

/** A way to make much work of one query: the larger its size, the more. */
export interface HeavyShape {
  name: string;
  /** With pages of 100, and with the word for a dossier that is planted in place of its id. */
  largest: string;
  /** The aliases of a person, where the query has so many instead of pages. */
  aliases?: (size: number) => string;
}

/**
 * The query of a size, written into it: a variable would cost what it can be at most.
 * @param planted the id of a dossier that shares all that it has with others
 */
export const documentOf = ({ largest, aliases }: HeavyShape, size: number, planted: string): string =>
  (aliases?.(size) ?? largest.replaceAll('first: 100', `first: ${size}`)).replaceAll(
    '"planted"',
    JSON.stringify(planted),
  );

const whole = `id handlingCode names { kind script full patronymic surname provenance { sourceReliability contested } }
  birth { date precision } citizenships { country } contacts { kind value service } infrastructure { kind value }
  roles { kind coerced } offences { committedOn case article { code title } } status { stage } cases`;

const times = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_none, index) => each(index)).join(' ');

const person = `suspect(id: "${linkedPerson.BELARUS}") { belarus { ${whole} } russia { ${whole} } }`;

const sharers = 'infrastructure { node { dossiers(first: 1) { nodes { id } } } }';

/** The names that a field can be asked under; more than the limit of aliases would be refused for that. */
const mostAliases = 29;

/** Each kind of large query that one officer may ask. The largest of each kind that the gateway lets through is found by asking. */
export const heavyShapes: readonly HeavyShape[] = [
  {
    name: 'a page of dossiers, whole',
    largest: `{ belarus { dossiers(first: 100) { nodes { ${whole} } } } }`,
  },
  {
    name: 'a page of dossiers, with both halves',
    largest: `{ belarus { dossiers(first: 100) { nodes { id names { full } suspect { russia { ${whole} } } } } } }`,
  },
  {
    name: 'a page of 50, with steps of their histories',
    largest: `{ belarus { dossiers(first: 50) { nodes { id history(first: 100) { nodes { by at action } } } } } }`,
  },
  {
    name: 'what shares the infrastructure of a dossier',
    largest: `{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { infrastructure { node { dossiers(first: 100) { nodes { ${whole} } } } } } } }`,
  },
  {
    name: 'what shares the infrastructure of a page',
    largest: `{ belarus { dossiers(first: 100) { nodes { infrastructure { node { dossiers(first: 5) { nodes { id } } } } } } } }`,
  },
  {
    name: 'what shares the infrastructure of a planted dossier',
    largest: `{ suspect(id: "planted") { belarus { infrastructure { node { dossiers(first: 100) { nodes { id cases } } } } } } }`,
  },
  {
    name: 'all that those have which share it',
    largest: `{ suspect(id: "planted") { belarus { infrastructure { node { dossiers(first: 100) { nodes { infrastructure { value } } } } } } } }`,
  },
  {
    name: 'what shares what shares it',
    largest: `{ suspect(id: "planted") { belarus { infrastructure { node { dossiers(first: 100) { nodes {
        infrastructure { node { dossiers(first: 100) { nodes { id } } } } } } } } } } }`,
  },
  {
    name: 'what shares the instruments of what shares them',
    largest: `{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { instruments { node { dossiers(first: 100) { nodes {
        infrastructure { node { dossiers(first: 100) { nodes { id } } } } } } } } } } }`,
  },
  {
    name: 'members of the groups of a dossier',
    largest: `{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { memberships { group { members(first: 100) { nodes { dossier { ${whole} } } } } } } } }`,
  },
  {
    name: 'one person under many aliases',
    largest: `{ suspect(id: "BY-7Q4KZ0XN3VDH9TRC") { belarus { ${whole} } russia { ${whole} } } }`,
    aliases: (size) => `{ ${times(Math.min(size, mostAliases), (index) => `a${index}: ${person}`)} }`,
  },
  {
    name: 'whoever shares a planted dossier’s infrastructure, under many aliases',
    largest: `{ suspect(id: "planted") { belarus { ${sharers} } } }`,
    aliases: (size) =>
      `{ ${times(Math.min(size, mostAliases), (index) => `a${index}: suspect(id: "planted") { belarus { ${sharers} } }`)} }`,
  },
  {
    name: 'a search for a common surname',
    largest: `{ searchSuspects(criteria: { name: "Иванов Сергей" }, first: 100) { edges { node { suspect { belarus { ${whole} } } } } } }`,
  },
];
