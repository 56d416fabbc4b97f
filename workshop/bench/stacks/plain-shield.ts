import { type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import { classOf } from '../../../schema/protect/access.ts';
import type { RequestContext } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { DossierPart } from '../../../subgraphs/agency/records/dossier/dossier-part.ts';
import { type InformationClass, informationClasses } from '../../../terms/enums.ts';

const rulesBy = (of: (informationClass: InformationClass) => ReturnType<ReturnType<typeof rule>>) =>
  Object.fromEntries(informationClasses.map((each) => [each, of(each)]));

/** Answered once for a request, as shield's `contextual` cache has it. */
const byClass = rulesBy((informationClass) =>
  rule(`class ${informationClass}`, { cache: 'contextual' })(
    (_parent: unknown, _arguments: unknown, { permissions }: RequestContext) =>
      permissions.verdicts.of[informationClass] !== 'DENY',
  ),
);

/** Asked of each dossier. Of shield's caches only `strict` could keep it, which hashes the whole dossier for each field. */
const byRecord = rulesBy((informationClass) =>
  rule(`record ${informationClass}`, { cache: 'no_cache' })(
    (dossier: DossierPart, _arguments: unknown, { permissions }: RequestContext) =>
      permissions.decide(informationClass, dossier) === 'ALLOW',
  ),
);

/**
 * The rules of the permissions as graphql-shield's documentation has one write them: one on each field of each type, by its class, and on
 * a dossier's fields by the record too; `deny` where there is none. For comparison only.
 */
export function plainShield(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('_'),
  );
  const tree = types.map((type) => {
    const rules = type.name.endsWith('Dossier') ? byRecord : byClass;
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return [
      type.name,
      Object.fromEntries(fields.map((field) => [field.name, rules[classOf(type, field) ?? 'OPEN'] ?? allow])),
    ];
  });
  return applyMiddleware(schema, shield(Object.fromEntries(tree), { fallbackRule: deny }));
}
