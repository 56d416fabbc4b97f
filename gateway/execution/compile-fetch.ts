import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLFormattedError, parse } from 'graphql';
import { compileRepresentation, type IsOfType } from './compile-representation.ts';
import { compileRewrites } from './compile-rewrites.ts';
import type { DataSource, SubgraphResult } from './data-source.ts';
import { entitiesAt, type Path, placesAt } from './entities-at.ts';
import { failedFetch, fetchError } from './fetch-error.ts';
import { copyOf, mergeInto } from './merge.ts';
import { type Data, isData, own } from './own.ts';
import type { Run, Step } from './run.ts';

export interface FetchParts<Context> {
  sources: ReadonlyMap<string, DataSource<Context>>;
  isOfType: IsOfType;
  /** The document of a fetch, the same for the same text. */
  documentOf: (fetch: FetchNode) => DocumentNode;
}

/**
 * Characters of answers that are copied in one operation. What is equal at several places is asked for once, so that a list whose items all
 * lead to one record has a small answer copied to each of them.
 */
export const mostCopied = 4 * 1024 * 1024;

/**
 * Objects that one operation asks other agencies about, wherever they stand. An agency chooses how long its lists are, and may name one person in
 * each of their places: each is asked about, merged and told of by itself.
 */
export const mostAskedAbout = 5_000;

class InTooManyPlaces extends Error {}

const inTooManyPlaces = {
  message:
    'The answer would be too large: other agencies would have to answer at too many of its places. Ask for shorter pages, or fewer fields.',
  extensions: { code: 'QUERY_TOO_LARGE' },
};

/** Errors of an operation that are told each at its place; one more is told of all that come after these. */
const mostErrors = 1_000;

export const parsedFetch = ({ operation, operationDocumentNode }: FetchNode): DocumentNode =>
  operationDocumentNode ?? parse(operation, { noLocation: true });

const placeBeforeLists = (path: readonly string[]): string[] => {
  const list = path.indexOf('@');
  return list < 0 ? [...path] : path.slice(0, list);
};

/** The entities that a fetch asks about, each representation once, with all the objects that are represented by it. */
interface Asked {
  representations: Data[];
  entities: Data[][];
}

/** Compiles one fetch of a plan, which asks about the objects that are at a path. */
export function compileFetch<Context>(
  node: FetchNode,
  path: readonly string[],
  { sources, isOfType, documentOf }: FetchParts<Context>,
): Step<Context> {
  const { serviceName: subgraph, operation: query, operationName, variableUsages = [] } = node;
  const source = sources.get(subgraph);
  const document = documentOf(node);
  const isTaken = node.requires !== undefined && variableUsages.includes('representations');
  const representing = node.requires && compileRepresentation(node.requires, isOfType);
  const rewriteInput = compileRewrites(node.inputRewrites, isOfType);
  const rewriteOutput = compileRewrites(node.outputRewrites, isOfType);

  function send(run: Run<Context>, variables: Data): Promise<SubgraphResult> {
    if (!source) throw new Error(`Couldn't find service with name "${subgraph}"`);
    if (isTaken) throw new Error('Variables cannot contain key "representations"');
    for (const name of variableUsages) {
      const value = own(run.variables, name);
      if (value !== undefined) variables[name] = value;
    }
    const { context } = run;
    return run.around(subgraph, () =>
      source.process({ request: { query, operationName, variables }, document, context }),
    );
  }

  function represent(entities: readonly Data[], representation: (entity: Data) => Data | null): Asked {
    const asked: Asked = { representations: [], entities: [] };
    const known = entities.length > 1 ? new Map<string, Data[]>() : undefined;
    for (const entity of entities) {
      const made = representation(entity);
      if (!made?.__typename) continue;
      rewriteInput?.(made);
      const text = known && JSON.stringify(made);
      const same = text === undefined ? undefined : known?.get(text);
      if (same) {
        same.push(entity);
        continue;
      }
      const all = [entity];
      if (text !== undefined) known?.set(text, all);
      asked.representations.push(made);
      asked.entities.push(all);
    }
    return asked;
  }

  function mergeAll(run: Run<Context>, targets: readonly Data[], answer: Data): void {
    const copied = targets.length > 1 ? (targets.length - 1) * JSON.stringify(answer).length : 0;
    if (run.copied + copied > mostCopied) throw new InTooManyPlaces();
    run.copied += copied;
    // Objects that share what they hold would also share what a later fetch answers of one of them.
    for (const [index, target] of targets.entries())
      mergeInto(target, index === 0 ? answer : (copyOf(answer) as Data));
  }

  function noteErrors(run: Run<Context>, errors: readonly GraphQLFormattedError[], asked?: Asked): void {
    let places: Map<Data, Path> | undefined;
    for (const error of errors) {
      const [root, index, ...rest] = error.path ?? [];
      const entities = asked && root === '_entities' && typeof index === 'number' && asked.entities[index];
      if (entities) {
        places ??= placesAt(run.data, path);
        for (const entity of entities) {
          const isOneTooMany = run.errors.length >= mostErrors;
          const place = isOneTooMany ? placeBeforeLists(path) : [...(places.get(entity) ?? []), ...rest];
          run.errors.push(fetchError(subgraph, error, place));
          if (isOneTooMany) return;
        }
      } else {
        const within = asked ? [] : (error.path ?? []);
        run.errors.push(fetchError(subgraph, error, error.path && [...placeBeforeLists(path), ...within]));
      }
    }
  }

  async function fetchRoot(run: Run<Context>, entities: readonly Data[]): Promise<void> {
    const { data, errors } = await send(run, {});
    if (errors) noteErrors(run, errors);
    if (!isData(data)) return;
    rewriteOutput?.(data);
    mergeAll(run, entities, data);
  }

  async function fetchEntities(
    run: Run<Context>,
    entities: readonly Data[],
    representation: (entity: Data) => Data | null,
  ): Promise<void> {
    if (run.askedAbout + entities.length > mostAskedAbout) throw new InTooManyPlaces();
    run.askedAbout += entities.length;
    const asked = represent(entities, representation);
    const { representations } = asked;
    if (representations.length === 0) return;
    const { data, errors } = await send(run, { representations });
    if (errors) noteErrors(run, errors, asked);
    if (!isData(data)) return;
    const answered = own(data, '_entities');
    if (!Array.isArray(answered)) throw new Error('Expected "data._entities" in response to be an array');
    if (answered.length !== representations.length)
      throw new Error(`Expected "data._entities" to contain ${representations.length} elements`);
    for (const [index, answer] of answered.entries()) {
      const [first, ...others] = asked.entities[index] ?? [];
      if (!isData(answer) || !first) continue;
      if (!own(answer, '__typename')) answer.__typename = own(first, '__typename');
      rewriteOutput?.(answer);
      mergeAll(run, [first, ...others], answer);
    }
  }

  return async (run) => {
    const entities = entitiesAt(run.data, path);
    if (entities.length === 0) return;
    try {
      await (representing ? fetchEntities(run, entities, representing) : fetchRoot(run, entities));
    } catch (problem) {
      if (problem instanceof InTooManyPlaces)
        run.errors.push(fetchError(subgraph, inTooManyPlaces, placeBeforeLists(path)));
      else run.errors.push(failedFetch(subgraph, problem));
    }
  };
}
