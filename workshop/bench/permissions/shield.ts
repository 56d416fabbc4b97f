/**
 * graphql-shield as a guard of what is read, in two ways: a rule on every field, as its documentation has it, and rules only where
 * a record decides, the least that it can be asked to do. For comparison only: the product guards actions with it, and no other field.
 */

import { type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware, type IMiddlewareTypeMap } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import { classOf } from '../../../schema/protect/access.ts';
import type { RequestContext } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { DossierPart } from '../../../subgraphs/agency/records/dossier/dossier-part.ts';
import { type InformationClass, informationClasses } from '../../../terms/enums.ts';

const byClass = Object.fromEntries(
  informationClasses.map((informationClass) => [
    informationClass,
    rule(informationClass, { cache: 'contextual' })(
      (_parent: unknown, _arguments: unknown, { permissions }: RequestContext) =>
        permissions.verdicts.of[informationClass] === 'ALLOW',
    ),
  ]),
);

/** A rule by its class on each field of each type, its answer cached for the request, and `deny` where there is none. */
export function shieldedEverywhere(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('_'),
  );
  const tree = types.map((type) => {
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const rules = fields.map((field) => [field.name, byClass[classOf(type, field) ?? 'OPEN'] ?? allow]);
    return [type.name, Object.fromEntries(rules)];
  });
  const rules = shield(Object.fromEntries(tree), { fallbackRule: deny, allowExternalErrors: true });
  return applyMiddleware(schema, rules);
}

const byRecord = Object.fromEntries(
  informationClasses.map((informationClass) => [
    informationClass,
    rule(`record ${informationClass}`, { cache: 'no_cache' })(
      (dossier: DossierPart, _arguments: unknown, { permissions }: RequestContext) =>
        permissions.decide(informationClass, dossier) === 'ALLOW',
    ),
  ]),
);

/** Rules on a type's fields of classes that ask the record. shield wraps all others in its fallback: these are taken out. */
export function shieldedByRecord(
  schema: GraphQLSchema,
  typeName: string,
  classes: readonly InformationClass[],
): GraphQLSchema {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`no type ${typeName}`);
  const rules = Object.fromEntries(
    Object.values(type.getFields()).flatMap((field) => {
      const informationClass = classOf(type, field);
      return informationClass && classes.includes(informationClass)
        ? [[field.name, byRecord[informationClass] ?? deny] as const]
        : [];
    }),
  );
  const generated = shield({ [typeName]: rules }, { allowExternalErrors: true }).generate(schema);
  const wrapped = (generated as IMiddlewareTypeMap)[typeName] as Record<string, unknown>;
  const kept = Object.fromEntries(Object.keys(rules).map((name) => [name, wrapped[name]]));
  return applyMiddleware(schema, { [typeName]: kept } as IMiddlewareTypeMap);
}
