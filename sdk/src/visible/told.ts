import type { ConcordDocument, SelectionMap } from '../document/operation-map.ts';
import type { Open, Partly, Visible } from './visible.ts';

declare enum Names {
  Newer = 'a newer type',
}
/**
 * The name of a type that the document does not know, because a newer server has added it. It is a string that equals no
 * name in a program, so that code which has handled all known types still has this one left.
 */
export type NewerType = Names.Newer;

type Nothing = Record<never, never>;
type FieldsOf<Field> = Field extends { of: infer Fields } ? Fields : Nothing;
type FieldIn<Fields, Key> = Key extends keyof Fields ? Fields[Key] : Nothing;

type ToldField<Raw, Field> = Field extends { partly: object }
  ? Partly<ToldValue<NonNullable<Raw>, Field>>
  : Field extends { at: object }
    ? Visible<ToldValue<NonNullable<Raw>, Field>>
    : ToldValue<Raw, Field>;

/** An object of a type that is newer than the document: it has what every type has. */
type Newer<Raw, Fields> = {
  [Key in keyof Raw]: Key extends '__typename' ? NewerType : ToldField<Raw[Key], FieldIn<Fields, Key>>;
};

/** The type of a member that some of several types have. */
type MemberOfSome<Raw, Key extends PropertyKey> =
  Raw extends Readonly<Record<Key, infer Member>> ? Member : never;

/** The members that it has if it is of an interface that the document asks, as a refusal has its code and message. */
type Perhaps<Raw, Field> = Field extends { perhaps: readonly (infer Keys extends string)[] }
  ? { [Key in Keys]?: ToldField<MemberOfSome<Raw, Key>, FieldIn<FieldsOf<Field>, Key>> }
  : unknown;

/** The type of a field's value: beside those that the document knows, it may be of a newer type. */
export type ToldValue<Raw, Field> = [Raw] extends [readonly (infer Item)[] | null | undefined]
  ? ToldValue<Item, Field>[] | Extract<Raw, null | undefined>
  :
      | Told<Raw, FieldsOf<Field>>
      | (Field extends { newer: readonly (infer Keys)[] }
          ? Newer<Pick<NonNullable<Raw>, keyof NonNullable<Raw> & Keys>, FieldsOf<Field>> &
              Perhaps<NonNullable<Raw>, Field>
          : never);

/**
 * The type of an answer as this client tells it, from its type in GraphQL and what is known of its fields: a field that
 * can be withheld is `Visible`, a list that may lack entries is `Partly`, an enum may have values that a newer server has
 * added, and what can be of several types may be of a newer one.
 */
export type Told<Raw, Fields> = Raw extends string
  ? string extends Raw
    ? Raw
    : Open<Raw>
  : Raw extends object
    ? {
        [Key in keyof Raw]: Key extends '__typename' ? Raw[Key] : ToldField<Raw[Key], FieldIn<Fields, Key>>;
      }
    : Raw;

/** The result of a generated operation. */
export type ResultOf<Document> =
  Document extends ConcordDocument<infer Result, infer _Variables, infer Fields extends SelectionMap>
    ? Told<Result, Fields>
    : never;

/** The variables of a generated operation. */
export type VariablesOf<Document> =
  Document extends ConcordDocument<infer _Result, infer Variables, infer _Fields> ? Variables : never;
