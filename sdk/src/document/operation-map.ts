import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/**
 * What is known of one field of an operation before it is sent. It is written by the generator, and read twice: by the
 * compiler, to make the field's type `Visible`, and by the client, to say why the field is null.
 */
export interface FieldMap {
  /**
   * There when the field can be withheld, or lost with its agency: its coordinates in the schema, one for each type that
   * its parent can be, and the agency that answers for it; null where that is whoever answered the parent.
   */
  readonly at?: Readonly<Record<string, string | null>>;
  /**
   * There when the field is a list that may lack entries: its coordinates, and the input type whose fields receipts name
   * where a question was not compared; null where they name the list itself.
   */
  readonly partly?: Readonly<Record<string, string | null>>;
  /** What is known of the fields of its value. */
  readonly of?: SelectionMap;
  /** Of a dossier: the key in the answer under which its id stands, by which receipts name it. */
  readonly id?: string;
  /** Of a value that can be of several types: the key under which its type stands. */
  readonly typename?: string;
  /** Of a value that can be of types newer than the document, which differ from those it knows: the keys that they have too. */
  readonly newer?: readonly string[];
  /** The keys in its value that the generator has added, and that the caller did not ask for. */
  readonly added?: readonly string[];
}

/** Fields by the keys that they have in the answer. Those of which nothing is known are left out. */
export interface SelectionMap {
  readonly [responseKey: string]: FieldMap;
}

/** What an operation does: a query asks, a mutation takes one action. */
export type OperationKind = 'query' | 'mutation';

/** What the client needs of an operation beside its document. */
export interface OperationMap<
  Fields extends SelectionMap = SelectionMap,
  Kind extends OperationKind = OperationKind,
> {
  /** The operation's name, for logs and for the gateway. */
  readonly name: string;
  readonly kind: Kind;
  /** Of a mutation: where in the answer its one action stands. */
  readonly action?: readonly string[];
  /** The document as it is sent. */
  readonly source: string;
  /** The version of the schema that it was generated for. */
  readonly schema: string;
  readonly fields: Fields;
}

/**
 * A generated operation. It is a `TypedDocumentNode` as well, so any client that takes one can send it; that client then
 * shows a withheld field as null, as GraphQL does.
 */
export interface ConcordDocument<
  Result,
  Variables,
  Fields extends SelectionMap,
  Kind extends OperationKind = OperationKind,
> extends TypedDocumentNode<Result, Variables> {
  readonly concord: OperationMap<Fields, Kind>;
}
