import {
  assertValidSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { compileFields } from './compile-fields.ts';
import { NulledPlaces } from './nulled-places.ts';
import { type Compiling, isPromise, type Run, type RunFields } from './run.ts';

/** Runs an operation for one request, as graphql-js's `execute` would. */
export type RunQuery = (
  contextValue: unknown,
  variableValues: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>;

/** An operation that is compiled. */
export interface CompiledQuery {
  run: RunQuery;
  /** Bytes of memory that its compiled fields keep, about: more with each type and each form that is answered for the first time. */
  readonly bytes: number;
}

/** One operation of a document that is valid in a schema. */
export interface QueryToCompile {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
}

/** As graphql-js has it. */
const mostCoercionErrors = 50;

/**
 * Compiled forms of one query, of which there can be twice as many for each variable that its `@skip` and `@include` name. Most
 * queries have one or two.
 */
const mostForms = 2;

/** Measured: a compiled field keeps 1,330 to 1,570 bytes with its closures; `compiled-memory.test.ts` measures it again. */
const bytesOfField = 1_600;

/** A compiled form, and the number of its fields. */
interface Form {
  run: RunFields;
  fields: number;
}

/** The variables of an operation that decide whether fields are asked. */
function conditionsOf(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): string[] {
  const named = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) named.add(value.name.value);
    },
  });
  return variableDefinitions.map(({ variable }) => variable.name.value).filter((name) => named.has(name));
}

/** Compiles the fields of a query for some values of its conditions. */
function formFor(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  conditions: Readonly<Record<string, boolean>>,
): Form {
  let fields = 0;
  const compiling: Compiling = {
    schema,
    operation,
    fragments,
    fieldsOf: (type, nodes) =>
      compileFields(compiling, type, collectSubfields(schema, fragments, conditions, type, nodes)),
    grown: (more) => {
      fields += more;
    },
  };
  const asked = collectFields(schema, fragments, conditions, root, operation.selectionSet);
  const run = compileFields(compiling, root, asked);
  return {
    run,
    get fields() {
      return fields;
    },
  };
}

/** Compiles an operation. One that is no query, or whose conditions are no booleans in a request, is run by graphql-js. */
export function compileQuery({ schema, document, operationName }: QueryToCompile): CompiledQuery {
  assertValidSchema(schema);
  const byGraphql: RunQuery = (contextValue, variableValues) =>
    execute({ schema, document, operationName, contextValue, variableValues }) as ReturnType<RunQuery>;
  const operations: OperationDefinitionNode[] = [];
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const isAbsent = operationName === undefined || operationName === null;
  const named = operations.filter(({ name }) => isAbsent || name?.value === operationName);
  const [operation] = named;
  const root = schema.getQueryType();
  if (!operation || named.length > 1 || operation.operation !== 'query' || !root)
    return { run: byGraphql, bytes: 0 };

  const names = conditionsOf(document, operation);
  const forms = new Map<string, Form>();
  const run: RunQuery = (context, given) => {
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: mostCoercionErrors,
    });
    if (!coerced) return { errors };
    const conditions: Record<string, boolean> = Object.create(null);
    let form = '';
    for (const name of names) {
      const value = coerced[name];
      if (typeof value !== 'boolean') return byGraphql(context, given);
      conditions[name] = value;
      form += value ? '1' : '0';
    }
    const fieldsOfForm = (): RunFields => {
      const kept = forms.get(form);
      if (kept) return kept.run;
      const made = formFor(schema, root, operation, fragments, conditions);
      if (forms.size >= mostForms) forms.clear();
      forms.set(form, made);
      return made.run;
    };
    const running: Run = { context, variables: coerced, errors: new NulledPlaces() };
    const { told } = running.errors;
    const answer = (made: unknown): ExecutionResult => {
      const data = made as Record<string, unknown> | null;
      return told.length > 0 ? { errors: told, data } : { data };
    };
    const failed = (error: unknown): ExecutionResult => {
      running.errors.add(error as GraphQLError, undefined);
      return answer(null);
    };
    try {
      const data = fieldsOfForm()(running, undefined, undefined);
      return isPromise(data) ? data.then(answer, failed) : answer(data);
    } catch (error) {
      return failed(error);
    }
  };
  return {
    run,
    get bytes() {
      let fields = 0;
      for (const form of forms.values()) fields += form.fields;
      return fields * bytesOfField;
    },
  };
}
