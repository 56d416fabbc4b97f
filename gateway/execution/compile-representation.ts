import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { mergeInto } from './merge.ts';
import { type Data, isData, own, setOwn } from './own.ts';

/** Makes of an object what a subgraph must know of it; null of one that lacks a part of that. */
export type Representing = (entity: Data) => Data | null;

/**
 * Fields without which no other agency is asked about an object. Their owner answers null where nothing of the object may leave it, its id
 * and that there is nothing included.
 */
const askedOnlyWith: ReadonlySet<string> = new Set(['matchTokens']);

/** Tells whether the type that an object names is one, or one of those that are one. */
export type IsOfType = (typename: unknown, type: string) => boolean;

type Part = (entity: Data, into: Data) => boolean;

const representingEach = (representing: Representing) =>
  function each(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(each);
    return isData(value) ? representing(value) : null;
  };

function compilePart(selection: QueryPlanSelectionNode, isOfType: IsOfType): Part {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition, selections } = selection;
    if (typeCondition === undefined) return () => true;
    const representing = compileRepresentation(selections, isOfType);
    return (entity, into) => {
      const within = isOfType(own(entity, '__typename'), typeCondition) ? representing(entity) : null;
      if (within) mergeInto(into, within);
      return true;
    };
  }
  const { alias, name, selections } = selection;
  const key = alias ?? name;
  const each = selections && representingEach(compileRepresentation(selections, isOfType));
  return (entity, into) => {
    const value = own(entity, key);
    if (value === undefined) return false;
    if (value === null && askedOnlyWith.has(name)) return false;
    setOwn(into, key, each ? each(value) : value);
    return true;
  };
}

/**
 * Compiles the selections that a fetch requires of an object. What is absent was never answered, and leaves out the object, or the
 * fragment; null is an answer, and sent.
 */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): Representing {
  const parts = selections.map((selection) => compilePart(selection, isOfType));
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}
