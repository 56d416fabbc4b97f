import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphResult } from '../../../../gateway/execution/data-source.ts';
import type { Fetched } from './both-gateways.ts';
import { type Draw, drawsFrom } from './random-document.ts';

export const faults = [
  'null',
  'absent',
  'wrong leaf',
  'wrong list',
  'wrong object',
  'wrong type',
  'error',
  'short _entities',
] as const;
export type Fault = (typeof faults)[number];

type Data = Record<string, unknown>;
type Path = (string | number)[];

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0);

/**
 * Answers fetches at random, and now and then wrongly. The same fetch has always the same answer, and so has the same entity in
 * whatever fetch, so that two gateways can be compared which ask differently often.
 * @param met the faults that have been made
 */
export function randomAnswer(schema: GraphQLSchema, seed: number, rate: number, met: Set<Fault>) {
  return ({ subgraph, query, variables }: Fetched): SubgraphResult => {
    const document = parse(query);
    const errors: { message: string; path: Path }[] = [];
    const { representations } = variables;
    const root = rootOf(document);
    if (!Array.isArray(representations)) {
      const draw = drawsFrom(numberOf(`${seed} ${subgraph} ${query}`));
      const data = answering(draw, errors).object(root, schema.getQueryType() ?? undefined, []);
      return { data, ...(errors.length > 0 && { errors }) };
    }
    const entities = representations.map((representation, index) => {
      const draw = drawsFrom(numberOf(`${seed} ${subgraph} ${query} ${JSON.stringify(representation)}`));
      const type = schema.getType(representation.__typename);
      const set = fieldsOf(root)[0]?.selectionSet;
      return set && answering(draw, errors).object(set, type ?? undefined, ['_entities', index]);
    });
    const isShort = rate > 0 && drawsFrom(numberOf(`${seed} ${query}`))(40) === 0;
    if (isShort) met.add('short _entities');
    return {
      data: { _entities: isShort ? entities.slice(1) : entities },
      ...(errors.length > 0 && { errors }),
    };

    function answering(draw: Draw, found: typeof errors) {
      const falls = (fault: Fault): boolean => {
        if (rate === 0 || draw(rate) > 0) return false;
        met.add(fault);
        return true;
      };
      const leaf = (type: GraphQLNamedType): unknown => {
        if (falls('wrong leaf')) return [12.5, true, 'WRONG', { a: 1 }][draw(4)];
        if (isEnumType(type)) return type.getValues()[draw(type.getValues().length)]?.name;
        if (type.name === 'Int') return draw(100);
        if (type.name === 'Float') return draw(100) / 8;
        if (type.name === 'Boolean') return draw(2) === 0;
        return type.name === 'ID' && draw(3) === 0 ? draw(5) : `text ${draw(5)}`;
      };
      function value(type: GraphQLOutputType, set: SelectionSetNode | undefined, path: Path): unknown {
        const nullable = getNullableType(type);
        if (falls('error')) {
          found.push({ message: `error of ${path.length}`, path });
          return null;
        }
        if (falls('null')) return null;
        if (isListType(nullable)) {
          if (falls('wrong list')) return [{}, 'text', 5][draw(3)];
          return Array.from({ length: draw(4) }, (_none, at) => value(nullable.ofType, set, [...path, at]));
        }
        if (isLeafType(nullable)) return leaf(nullable);
        if (falls('wrong object')) return ['text', 5][draw(2)];
        const named = getNamedType(nullable);
        const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
        return set && object(set, possible[draw(possible.length)], path);
      }
      function object(set: SelectionSetNode, type: GraphQLNamedType | undefined, path: Path): Data {
        const data: Data = {};
        const wrongType = falls('wrong type') ? ['Nobody', 'Query'][draw(2)] : undefined;
        const fill = (within: SelectionSetNode): void => {
          for (const selection of within.selections) {
            if (selection.kind === Kind.INLINE_FRAGMENT) {
              const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
              const isOf =
                !condition ||
                condition === type ||
                (isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type));
              if (isOf) fill(selection.selectionSet);
            } else if (selection.kind === Kind.FIELD) {
              const key = selection.alias?.value ?? selection.name.value;
              const field = type && 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
              if (selection.name.value === '__typename') data[key] = wrongType ?? type?.name;
              else if (field && !falls('absent') && !(key in data))
                data[key] = value(field.type as GraphQLOutputType, selection.selectionSet, [...path, key]);
            }
          }
        };
        fill(set);
        return data;
      }
      return { object };
    }
  };
}

const rootOf = ({ definitions }: DocumentNode): SelectionSetNode => {
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operation.selectionSet;
};

const fieldsOf = ({ selections }: SelectionSetNode) =>
  selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection] : []));
