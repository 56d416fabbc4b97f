import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/**
 * Facts about one field of an operation, known before it is sent. The generator writes them, and they are read twice:
 * by the compiler, to make the field's type `Visible`, and by the client, to say why the field is null.
 */
export interface FieldMap {
  /**
   * There when the field can be withheld, or lost with its agency: its coordinates in the schema, one for each type that
   * its parent can be, and the agency that answers for it; null for the agency that answered the parent.
   */
  readonly at?: Readonly<Record<string, string | null>>;
  /**
   * There when the field is a list that may lack entries: its coordinates, and the input type whose fields receipts name
   * where a question was not compared; null where they name the list itself.
   */
  readonly partly?: Readonly<Record<string, string | null>>;
  /** The facts about the fields of its value. */
  readonly of?: SelectionMap;
  /** For a dossier or a request for information: the key of its id in the answer, by which receipts name it. */
  readonly id?: string;
  /** For a value of several possible types: the key of its type in the answer. */
  readonly typename?: string;
  /**
   * For a value that can have types newer than the document, which differ from those it knows: the keys that they have
   * too.
   */
  readonly newer?: readonly string[];
  /** The keys that such a type has if it is of an interface that the document asks, such as `Refusal`. */
  readonly perhaps?: readonly string[];
  /** The keys in its value that the generator has added, and that the caller did not ask for. */
  readonly added?: readonly string[];
}

/** Fields by the keys that they have in the answer. Those of which nothing is known are left out. */
export interface SelectionMap {
  readonly [responseKey: string]: FieldMap;
}

/** The kind of an operation: a query asks, a mutation takes one action. */
export type OperationKind = 'query' | 'mutation';

/** The client's knowledge of an operation beside its document. */
export interface OperationMap<
  Fields extends SelectionMap = SelectionMap,
  Kind extends OperationKind = OperationKind,
> {
  /** The operation's name, for logs and for the gateway. */
  readonly name: string;
  readonly kind: Kind;
  /** For a mutation: the path of its one action in the answer. */
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
