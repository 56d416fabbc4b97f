import {
  buildSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isUnionType,
  Kind,
} from 'graphql';
import { fieldOf, titleOf } from './operations-for-agencies.ts';

/** Steps that the page takes, each by a mutation of the officer's own agency. */
interface Steps {
  /** A document that takes each of them for each agency, and tells what came of it under the key `taken`. */
  source: string;
  /** The part of the module that has the documents by step and agency, and the input of each. */
  module: string;
}

const refused = `
fragment Refused on Refusal {
  message
  ... on InvalidInput {
    problems {
      path
      code
      message
    }
  }
}
`;

/** The fields that tell of a record what came of a step on it. */
const told = ['of', 'isRepeat'];

function outcomeOf({ type }: GraphQLField<unknown, unknown>): string {
  const members = isUnionType(type) ? type.getTypes() : [];
  // A refusal may have an id too, such as the one that nobody knows: it tells of no record.
  const recorded = members.flatMap((member) => {
    if (member.getInterfaces().some(({ name }) => name === 'Refusal')) return [];
    const fields = told.filter((field) => member.getFields()[field]);
    return fields.length > 0 ? [`... on ${member.name} { ${fields.join(' ')} }`] : [];
  });
  return `__typename ${recorded.join(' ')} ...Refused`;
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function actionsOf(schema: GraphQLSchema, agency: string): GraphQLField<unknown, unknown>[] {
  const mutation = schema.getType(`${titleOf(agency)}Mutation`);
  if (!mutation || !('getFields' in mutation)) throw new Error(`${agency} has no actions`);
  return Object.values(mutation.getFields()) as GraphQLField<unknown, unknown>[];
}

function actionOf(schema: GraphQLSchema, agency: string, step: string): GraphQLField<unknown, unknown> {
  const found = actionsOf(schema, agency).find(({ name }) => name === step);
  if (!found) throw new Error(`${step} is no action of ${agency}`);
  return found;
}

const inputOf = ({ args }: GraphQLField<unknown, unknown>): string =>
  String(args.find(({ name }) => name === 'input')?.type).replace(/!$/, '');

/**
 * The operations of these steps, as they follow from the schema.
 * @throws when one of them is no action of an agency
 */
export function generatedSteps(sdl: string, steps: readonly string[], agencies: readonly string[]): Steps {
  const schema = buildSchema(sdl);
  const operations = steps.flatMap((step) =>
    agencies.map((agency) => {
      const action = actionOf(schema, agency, step);
      const name = `${capitalized(step)}Of${titleOf(agency)}`;
      return `mutation ${name}($input: ${inputOf(action)}!) { agency: ${fieldOf(agency)} { taken: ${step}(input: $input) { ${outcomeOf(action)} } } }`;
    }),
  );
  const [any = ''] = agencies;
  const inputs = steps.map((step) => `  ${step}: ${inputOf(actionOf(schema, any, step))};\n`);
  const documents = steps.map((step) => {
    const entries = agencies.map((agency) => `${agency}: ${capitalized(step)}Of${titleOf(agency)}Document`);
    return `  ${step}: { ${entries.join(', ')} },\n`;
  });
  const module = `
/** The input of each step. */
export interface StepInputs {
${inputs.join('')}}

/** The document of each step, by the agency whose officer takes it. */
export const stepDocuments = {
${documents.join('')}};
`;
  return { source: operations.join('\n') + refused, module };
}

/**
 * Operations of actions, each for the officers of one agency, as `operationsForAgencies` reads them: of each action whose result a fragment of
 * these documents is on, where none of them has it by hand.
 */
export function operationsOfResults(
  sdl: string,
  documents: readonly DocumentNode[],
  [any = '']: readonly string[],
): string {
  const schema = buildSchema(sdl);
  const definitions = documents.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.typeCondition.name.value, each.name.value]] : [],
    ),
  );
  const byHand = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.name?.value ?? []) : [],
  );
  return actionsOf(schema, any)
    .flatMap((action) => {
      const name = `${capitalized(action.name)}OfOwn`;
      const fragment = fragments.get(getNamedType(action.type).name);
      return fragment === undefined || byHand.includes(name)
        ? []
        : `mutation ${name}($input: ${inputOf(action)}!) { agency: own { ${action.name}(input: $input) { ...${fragment} } } }`;
    })
    .join('\n');
}
