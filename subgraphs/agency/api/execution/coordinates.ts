import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { actionOf, classOf, directiveClass } from '../../../../schema/protect/access.ts';
import { SettingsError } from '../../../../server/settings.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { isAction } from '../../permissions/may-act.ts';

/** The interface that every agency's dossiers have. */
const dossierInterface = 'Dossier';

/** The protection of one field, as the schema declares it. */
export interface Coordinate {
  /** The coordinate to report: that of the agency's own type, even if the interface was asked. */
  name: string;
  class: InformationClass;
  /** Further action that a viewer must be allowed to take in order to read the field. */
  action?: Action;
  /** The classes of the arguments that are not OPEN, by their names. */
  arguments: Readonly<Record<string, InformationClass>>;
  /** Through it a viewer comes to dossiers: closed to whoever may read nothing of them. */
  isEntrance: boolean;
}

const isDossier = (type: GraphQLNamedType): boolean =>
  type.name === dossierInterface ||
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === dossierInterface));

/** A page of dossiers, by the field that every connection here has. */
function isPageOfDossiers(type: GraphQLNamedType): boolean {
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  return nodes !== undefined && isDossier(getNamedType(nodes.type));
}

const leadsToDossiers = (field: GraphQLField<unknown, unknown>): boolean => {
  const named = getNamedType(field.type);
  return !isNonNullType(field.type) && (isDossier(named) || isPageOfDossiers(named));
};

/** The types whose fields ask the record: those of dossiers. */
export const dossierTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && isDossier(type),
  ) as GraphQLObjectType[];

/** Every field that has a class, by type and field. */
export type Coordinates = ReadonlyMap<string, Coordinate>;

const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) => Object.values(type.getFields());

/** Another subgraph answers such a field; here it only comes with the entity that the gateway represents. */
const isExternal = (field: GraphQLField<unknown, unknown> | undefined): boolean =>
  field?.astNode?.directives?.some(({ name }) => name.value === 'external') === true;

/** The type to report for a field: the agency's own, where the interface that was asked has no other. */
function ownTypeOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
): GraphQLObjectType | GraphQLInterfaceType {
  const [own, ...others] = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return own && others.length === 0 ? own : type;
}

/** @throws SettingsError when a field names an action that there is not */
export function coordinatesOf(schema: GraphQLSchema): Coordinates {
  const coordinates = new Map<string, Coordinate>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('_')) continue;
    const told = ownTypeOf(schema, type);
    for (const field of fieldsOf(type)) {
      const informationClass = classOf(type, field);
      if (!informationClass || isExternal(told.getFields()[field.name])) continue;
      const classes = field.args.map((argument) => [
        argument.name,
        directiveClass(argument.astNode?.directives),
      ]);
      const action = actionOf(field);
      if (action !== undefined && !isAction(action))
        throw new SettingsError(`the schema is not protected: ${type.name}.${field.name} names no action`);
      coordinates.set(`${type.name}.${field.name}`, {
        name: `${told.name}.${field.name}`,
        class: informationClass,
        ...(action && { action }),
        arguments: Object.fromEntries(classes.filter(([, found]) => found !== undefined && found !== 'OPEN')),
        isEntrance: informationClass === 'OPEN' && leadsToDossiers(field) && !isDossier(type),
      });
    }
  }
  return coordinates;
}
