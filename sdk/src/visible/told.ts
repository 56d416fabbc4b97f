import type { ConcordDocument, SelectionMap } from '../document.ts';
import type { Open, Visible } from './visible.ts';

type Nothing = Record<never, never>;
type FieldsOf<Field> = Field extends { of: infer Fields } ? Fields : Nothing;

type ToldField<Raw, Field> = Field extends { at: object }
  ? Visible<Told<NonNullable<Raw>, FieldsOf<Field>>>
  : Told<Raw, FieldsOf<Field>>;

/**
 * The type of an answer as this client tells it, from its type in GraphQL and what is known of its fields: a field that
 * can be withheld is `Visible`, and an enum may have values that a newer server has added.
 */
export type Told<Raw, Fields> = Raw extends readonly (infer Item)[]
  ? Told<Item, Fields>[]
  : Raw extends string
    ? string extends Raw
      ? Raw
      : Open<Raw>
    : Raw extends object
      ? {
          [Key in keyof Raw]: Key extends '__typename'
            ? Raw[Key]
            : ToldField<Raw[Key], Key extends keyof Fields ? Fields[Key] : Nothing>;
        }
      : Raw;

/** What a generated operation answers. */
export type ResultOf<Document> =
  Document extends ConcordDocument<infer Result, infer _Variables, infer Fields extends SelectionMap>
    ? Told<Result, Fields>
    : never;

/** The variables of a generated operation. */
export type VariablesOf<Document> =
  Document extends ConcordDocument<infer _Result, infer Variables, infer _Fields> ? Variables : never;
