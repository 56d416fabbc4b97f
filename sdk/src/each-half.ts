import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** A parsed document. */
export type ParsedDocument = Pick<TypedDocumentNode<unknown, never>, 'kind' | 'definitions' | 'loc'>;
type SelectionSetNode = Extract<
  ParsedDocument['definitions'][number],
  { selectionSet: unknown }
>['selectionSet'];
type SelectionNode = SelectionSetNode['selections'][number];

/** The field of a document that stands for the half of every agency: of the schema's own, none has this name. */
const placeholder = 'halves';

/** A question to any gateway, which needs no mandate: the halves that a suspect has there. `halfFieldsIn` reads its answer. */
export const halfFieldsQuery =
  '{ __type(name: "Suspect") { fields { name type { name interfaces { name } } } } }';

/** The answer to `halfFieldsQuery`. */
export interface HalfFieldsAnswer {
  readonly __type: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: { readonly interfaces: readonly { readonly name: string }[] | null };
    }[];
  } | null;
}

/** The fields of a suspect that lead to an agency's half, such as `belarus`, in the order of the schema. */
export const halfFieldsIn = ({ __type: suspect }: HalfFieldsAnswer): string[] =>
  (suspect?.fields ?? []).flatMap(({ name, type }) =>
    type.interfaces?.some((one) => one.name === 'Dossier') ? [name] : [],
  );

function withHalvesIn(set: SelectionSetNode, fields: readonly string[]): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    const inner = selection.kind === 'FragmentSpread' ? undefined : selection.selectionSet;
    const spread = inner ? { ...selection, selectionSet: withHalvesIn(inner, fields) } : selection;
    if (spread.kind !== 'Field' || spread.name.value !== placeholder) return [spread];
    if (spread.alias)
      throw new TypeError(`\`${placeholder}\` takes no alias: each half has its agency's name`);
    return fields.map((value) => ({ ...spread, name: { ...spread.name, value } }));
  });
  return { ...set, selections };
}

/**
 * A document in which each `halves` is the half of every agency, so that it names none itself: a further agency needs no new release.
 * @param fields the halves that there are, by `halfFieldsIn`
 * @throws TypeError for a `halves` with an alias
 * @example eachHalf(parse('query One($id: ID!) { suspect(id: $id) { halves { ... on Dossier { names { full } } } } }'), fields)
 */
export const eachHalf = (document: ParsedDocument, fields: readonly string[]): ParsedDocument => ({
  ...document,
  definitions: document.definitions.map((definition) =>
    definition.kind === 'OperationDefinition' || definition.kind === 'FragmentDefinition'
      ? { ...definition, selectionSet: withHalvesIn(definition.selectionSet, fields) }
      : definition,
  ),
});

/** An agency's half of a suspect in an answer. */
export interface HalfIn<Half> {
  /** The agency, such as `BELARUS`. */
  readonly agency: string;
  /** Null where the agency holds none that you may know of, or did not answer: receipts and errors tell which. */
  readonly half: Half | null;
}

/** The halves of a suspect in the answer to a document of `eachHalf`. */
export const halvesIn = <Half>(
  suspect: Readonly<Record<string, Half | null | undefined>>,
  fields: readonly string[],
): HalfIn<Half>[] => fields.map((field) => ({ agency: field.toUpperCase(), half: suspect[field] ?? null }));
