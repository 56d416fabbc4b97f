import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { possibleTypes } from '../generated/cache.ts';

/** A document as graphql-js parses it. */
export type Parsed = Pick<TypedDocumentNode<unknown, never>, 'kind' | 'definitions'>;
type SelectionSet = Extract<Parsed['definitions'][number], { selectionSet: unknown }>['selectionSet'];
type Field = Extract<SelectionSet['selections'][number], { kind: 'Field' }>;
type Value = NonNullable<Field['arguments']>[number]['value'];
type Loose = Record<string, unknown>;

/** The names and numbers that lead to a value of an answer. */
export type AnswerPath = readonly (string | number)[];

/** Data and its question, as a client's library has them; clients add `__typename` everywhere. */
export interface Question {
  readonly document: Parsed;
  readonly variables: Loose;
  readonly data: unknown;
}

/** A field of an answer. */
export interface WalkedField {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  readonly coordinate: string;
  /** The id of the dossier that it is in; empty for none, and for one whose id was not asked for. */
  readonly dossier: string;
  /**
   * Its place below the nearest object with an id: that id and the fields that lead on, with their arguments. Empty where there is no such
   * object: then nothing tells it from the same place in another answer.
   */
  readonly place: string;
  /** The same without arguments, for data of which nobody knows with which variables it was asked. */
  readonly barePlace: string;
  readonly path: AnswerPath;
  readonly value: unknown;
}

/** The objects around a field. */
interface Around {
  readonly dossier: string;
  readonly place: string;
  readonly barePlace: string;
}

/** Clients ask for `__typename` everywhere but here. */
const rootTypes: Readonly<Record<string, string>> = { query: 'Query', mutation: 'Mutation' };

const nowhere: Around = { dossier: '', place: '', barePlace: '' };

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

function givenValue(node: Value, variables: Loose): unknown {
  switch (node.kind) {
    case 'Variable':
      return variables[node.name.value];
    case 'ListValue':
      return node.values.map((one) => givenValue(one, variables));
    case 'ObjectValue':
      return node.fields.map(({ name, value }) => [name.value, givenValue(value, variables)]);
    case 'NullValue':
      return null;
    default:
      return node.value;
  }
}

const argumentsOf = ({ arguments: given = [] }: Field, variables: Loose): string =>
  JSON.stringify(given.map(({ name, value }) => [name.value, givenValue(value, variables)]));

const below = (place: string, field: string): string => (place === '' ? '' : `${place} ${field}`);

const isOfType = (condition: string, type: unknown): boolean =>
  typeof type === 'string' && (condition === type || possibleTypes[condition]?.includes(type) === true);

/** Walks data beside its document, and names every field of an object whose type it knows. */
export function* walkAnswer({ document, variables, data }: Question): Generator<WalkedField> {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : [],
    ),
  );

  /** The fields that this object was asked for, fragments opened. */
  function fieldsOf(set: SelectionSet, type: unknown): Field[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      const isAsked = fragment && (condition === undefined || isOfType(condition, type));
      return isAsked ? fieldsOf(fragment.selectionSet, type) : [];
    });
  }

  function* walk(
    value: unknown,
    set: SelectionSet,
    around: Around,
    path: AnswerPath,
  ): Generator<WalkedField> {
    if (!isObject(value)) return;
    if (!Array.isArray(value)) yield* walkObject(value, set, around, path);
    else for (const [index, one] of value.entries()) yield* walk(one, set, around, [...path, index]);
  }

  function* walkObject(
    value: Loose,
    set: SelectionSet,
    around: Around,
    path: AnswerPath,
    root?: string,
  ): Generator<WalkedField> {
    const { __typename: type = root } = value;
    const fields = fieldsOf(set, type);
    const keyOf = ({ alias, name }: Field) => alias?.value ?? name.value;
    const idField = fields.find(({ name }) => name.value === 'id');
    const id = idField && value[keyOf(idField)];
    const here: Around =
      typeof id === 'string'
        ? { dossier: isOfType('Dossier', type) ? id : around.dossier, place: id, barePlace: id }
        : // A dossier whose id is not known is another one than that around it.
          isOfType('Dossier', type)
          ? nowhere
          : around;
    for (const field of fields) {
      const key = keyOf(field);
      if (!Object.hasOwn(value, key)) continue;
      const name = field.name.value;
      const inside: Around = {
        dossier: here.dossier,
        place: below(here.place, `${name}${argumentsOf(field, variables)}`),
        barePlace: below(here.barePlace, name),
      };
      const at = [...path, key];
      if (typeof type === 'string')
        yield { coordinate: `${type}.${name}`, ...inside, path: at, value: value[key] };
      if (field.selectionSet) yield* walk(value[key], field.selectionSet, inside, at);
    }
  }

  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition' && isObject(data))
      yield* walkObject(data, definition.selectionSet, nowhere, [], rootTypes[definition.operation]);
}
