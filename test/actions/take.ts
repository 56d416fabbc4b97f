import { type GraphQLField, getNamedType, isUnionType } from 'graphql';
import { everyAction } from '../support/coordinates/actions.ts';
import { projectFile, schemaOf } from '../support/schema-files.ts';
import type { Side } from '../support/world/sides.ts';

const api = schemaOf(projectFile('schema/built/api.graphql'));

const byAgency = new Map(
  everyAction(api).map(({ namespace, actions }) => [
    namespace,
    new Map(actions.map((action) => [action.name, action])),
  ]),
);

function actionOf(own: string, name: string): GraphQLField<unknown, unknown> {
  const action = byAgency.get(own)?.get(name);
  if (!action) throw new Error(`${own} has no action ${name}`);
  return action;
}

/** The actions that both agencies have. */
export const actionNames: readonly string[] = [...(byAgency.get('belarus')?.keys() ?? [])];

/** The type of an action's input, such as `LinkInput!`. */
export const inputOf = (own: string, name: string): string =>
  String(actionOf(own, name).args.find((argument) => argument.name === 'input')?.type);

const typesOf = (own: string, name: string) => {
  const type = getNamedType(actionOf(own, name).type);
  return isUnionType(type) ? type.getTypes() : [];
};

/** The names of the types that an action can answer with. */
export const membersOf = (own: string, name: string): string[] => typesOf(own, name).map((type) => type.name);

const isRefusal = (name: string) => ['InvalidInput', 'StaleVersion', 'UnknownRecord'].includes(name);

const ofRefusals: Readonly<Record<string, string>> = {
  InvalidInput: 'problems { path code }',
  StaleVersion: 'currentVersion',
  UnknownRecord: 'unknown: of',
};

/**
 * The document of an action: all that its refusals say, and of what was done the id and this.
 * @param own the agency, as the schema names its field
 */
export function actionDocument(own: string, name: string, told = ''): string {
  const parts = typesOf(own, name).map((member) => {
    const of = member.getFields().of ? 'of' : '';
    const selection = isRefusal(member.name) ? ofRefusals[member.name] : `${of} ${told}`.trim();
    return selection === '' ? '' : `... on ${member.name} { ${selection} }`;
  });
  return `mutation ($input: ${inputOf(own, name)}) { ${own} { ${name}(input: $input) { __typename ${parts.join(' ')} } } }`;
}

/** The result of an action. */
export interface Taken {
  /** The codes of the errors, where it was not allowed or not possible. */
  codes: unknown[];
  /** The type that was answered; absent where there was an error. */
  __typename?: string;
  problems?: { path: string; code: string }[];
  currentVersion?: number;
  unknown?: string;
  /** The id of what was written. */
  of?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what else is told is what the test has asked for
  [told: string]: any;
}

/** Whoever runs an operation, at a gateway or at a subgraph. */
interface Runs {
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is a matter of its document
  run(document: string, variables: Record<string, unknown>): Promise<{ data: any; codes: unknown[] }>;
}

const fieldOf = (agency: Side) => agency.toLowerCase();

/**
 * Takes an action of an agency's.
 * @param told what is asked of the record that was written, as `dossier { version }`
 */
export async function take(
  officer: Runs,
  agency: Side,
  action: string,
  input: object,
  told?: string,
): Promise<Taken> {
  const own = fieldOf(agency);
  const { data, codes } = await officer.run(actionDocument(own, action, told), { input });
  return { codes, ...data?.[own]?.[action] };
}
