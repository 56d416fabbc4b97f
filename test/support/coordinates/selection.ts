import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
} from 'graphql';
import { supergraphSdl } from '../schema-files.ts';

/** The schema of the federation, as it is composed. */
export const supergraph = buildASTSchema(parse(supergraphSdl()), {
  assumeValid: true,
  assumeValidSDL: true,
});

const fieldsOf = (type: string) => Object.values((supergraph.getType(type) as GraphQLObjectType).getFields());

/** A field that is asked, with the fields below it. */
export interface Selected {
  coordinate: string;
  name: string;
  fields: readonly Selected[];
}

/** What leads out of a dossier again is asked for its id alone. */
const leadsOut = (type: string): boolean => type.endsWith('Dossier') || type === 'Suspect';

function select(parent: string, field: GraphQLField<unknown, unknown>): Selected {
  const type = getNamedType(field.type);
  const coordinate = `${parent}.${field.name}`;
  if (isLeafType(type)) return { coordinate, name: field.name, fields: [] };
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${coordinate} is no object`);
  const fields = Object.values(type.getFields())
    .filter(({ name }) => !leadsOut(type.name) || name === 'id')
    .map((below) => select(type.name, below));
  return { coordinate, name: field.name, fields };
}

/** Every field of a type of the supergraph, and all below them: a field that is new is asked too. */
export const everyField = (type: string): Selected[] => fieldsOf(type).map((field) => select(type, field));

/** One field of a type, and all below it. */
export function fieldNamed(type: string, name: string): Selected {
  const found = fieldsOf(type).find((field) => field.name === name);
  if (!found) throw new Error(`${type} has no field ${name}`);
  return select(type, found);
}

const isPaged = (coordinate: string): boolean => {
  const [type = '', field = ''] = coordinate.split('.');
  return fieldsOf(type).some(({ name, args }) => name === field && args.some((one) => one.name === 'first'));
};

/** The selection as it stands in a query, of pages of one. */
export const textOf = (selected: readonly Selected[]): string =>
  selected
    .map(({ coordinate, name, fields }) => {
      const page = isPaged(coordinate) ? '(first: 1)' : '';
      return `${name}${page}${fields.length > 0 ? ` { ${textOf(fields)} }` : ''}`;
    })
    .join(' ');

/** Every path of a selection, such as `names/provenance/contested`. */
export const pathsOf = (selected: readonly Selected[], above = ''): string[] =>
  selected.flatMap(({ name, fields }) => [`${above}${name}`, ...pathsOf(fields, `${above}${name}/`)]);

/** Every path at which an answer holds something else than null, whatever the place in a list. */
export function filledPaths(value: unknown, above = '', found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) filledPaths(item, above, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, below] of Object.entries(value)) {
      if (below === null) continue;
      found.add(`${above}${key}`);
      filledPaths(below, `${above}${key}/`, found);
    }
  }
  return found;
}
