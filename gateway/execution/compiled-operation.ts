import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { parsedFetch } from './compile-fetch.ts';
import { compilePlan } from './compile-plan.ts';
import type { IsOfType } from './compile-representation.ts';
import { type Completing, compileObject, failed, type Problem } from './compile-shape.ts';
import { coerce, conditionsIn } from './conditions.ts';
import type { DataSource } from './data-source.ts';
import { introspect } from './introspect.ts';
import type { Data } from './own.ts';
import type { AroundFetch, Run, Step } from './run.ts';

export interface CompiledParts<Context> {
  /** The schema that callers see. */
  api: GraphQLSchema;
  isOfType: IsOfType;
  sources: ReadonlyMap<string, DataSource<Context>>;
  around: AroundFetch;
}

export interface Asked<Context> {
  variables: Data;
  context: Context;
}

type Shape = ReturnType<typeof compileObject>;

/** Shapes that are kept of one operation, one for each way in which its parts are skipped and included. */
const mostShapes = 8;

/** An estimate, on the high side, of a compiled field with its closures. */
const bytesOfField = 700;

/**
 * An operation ready to run: its plan as closures, and the shape of its answer. It is compiled once, and run for every request that
 * asks for it.
 */
export class CompiledOperation<Context> {
  readonly plan: QueryPlan;
  readonly #parts: CompiledParts<Context>;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #conditions: readonly string[];
  readonly #fetch: Step<Context>;
  readonly #shapes = new Map<string, { shape: Shape; size: { fields: number } }>();

  constructor(
    plan: QueryPlan,
    document: DocumentNode,
    operationName: string | undefined,
    parts: CompiledParts<Context>,
  ) {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('Must provide an operation.');
    this.plan = plan;
    this.#parts = parts;
    this.#document = document;
    this.#operation = operation;
    this.#fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
    this.#conditions = conditionsIn(document);
    const { sources, isOfType } = parts;
    this.#fetch = compilePlan(plan, { sources, isOfType, documentOf: parsedFetch });
  }

  /** Bytes that its shapes keep in memory; more with each type and each variant that is answered for the first time. */
  get bytesOfShapes(): number {
    let fields = 0;
    for (const { size } of this.#shapes.values()) fields += size.fields;
    return fields * bytesOfField;
  }

  async run({ variables, context }: Asked<Context>): Promise<ExecutionResult> {
    const { api, around } = this.#parts;
    const coerced = coerce(api, this.#operation, variables);
    if ('errors' in coerced) return { errors: coerced.errors };
    const { isTrue } = coerced;
    const counts = { askedAbout: 0, copied: 0 };
    const run: Run<Context> = { variables, context, around, data: {}, errors: [], ...counts, isTrue };
    await this.#fetch(run);
    return this.#complete(run);
  }

  #complete({ data, errors, variables, isTrue }: Run<Context>): ExecutionResult {
    const problems: Problem[] = [];
    const at: Completing = {
      path: [],
      problems,
      introspect: (fields) =>
        introspect(fields, {
          schema: this.#parts.api,
          operation: this.#operation,
          document: this.#document,
          variables,
        }),
    };
    const completed = this.#shapeFor(isTrue)(data, at);
    const answer = { data: completed === failed ? null : completed };
    // What is missing where there are errors is missing because of them. A wrong value is a fault of its own.
    const told = errors.length === 0 ? problems : problems.filter(({ isMissing }) => !isMissing);
    const valueCompletion = told.map(({ isMissing: _, ...problem }) => problem);
    return {
      ...(errors.length > 0 && { errors }),
      ...answer,
      ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
    };
  }

  #shapeFor(isTrue: (variable: string) => boolean): Shape {
    const key = this.#conditions.map((name) => (isTrue(name) ? '1' : '0')).join('');
    const known = this.#shapes.get(key);
    if (known) return known.shape;
    const size = { fields: 0 };
    const shape = this.#compileShape(isTrue, (fields) => {
      size.fields += fields;
    });
    const [oldest] = this.#shapes.keys();
    if (this.#shapes.size >= mostShapes && oldest !== undefined) this.#shapes.delete(oldest);
    this.#shapes.set(key, { shape, size });
    return shape;
  }

  #compileShape(isTrue: (variable: string) => boolean, grown: (fields: number) => void): Shape {
    const { api: schema } = this.#parts;
    const root = schema.getRootType(this.#operation.operation);
    if (!root) throw new GraphQLError(`The schema has no ${this.#operation.operation}.`);
    const truths = new Map(this.#conditions.map((name) => [name, isTrue(name)]));
    return compileObject(root, [this.#operation.selectionSet], {
      schema,
      fragments: this.#fragments,
      isTrue: (name) => truths.get(name) === true,
      grown,
    });
  }
}
