import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware, type IMiddlewareTypeMap } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import { actionOf } from '../../../../schema/protect/access.ts';
import { callerError } from '../../../../server/errors.ts';
import { type Action, actions } from '../../../../terms/actions.ts';
import { type Agency, subgraphOf } from '../../../../terms/agencies.ts';
import { typePrefixOf } from '../../permissions/agency-definition.ts';
import { isAction, mayAct } from '../../permissions/may-act.ts';
import type { RequestContext } from '../context/request-context.ts';

type Rules = Record<string, typeof deny | ReturnType<typeof ruleOf>>;

/** Lets those take an action who have a role for it. It looks at no record, so its refusal says nothing of any. */
const ruleOf = (owner: Agency, action: Action) =>
  rule(action)((_source: unknown, _arguments: unknown, { permissions: { verdicts } }: RequestContext) => {
    if (mayAct(verdicts.side, verdicts.roles, action)) return true;
    const who = `${actions[action].join(' or ')} of ${owner}`;
    return callerError('FORBIDDEN', `\`${action}\` is for the ${who}. Ask one of them to do it.`);
  });

/**
 * The rules by type and field. A mutation that is no action is for nobody. Roots that only some roles may read are withheld before
 * execution already, with a receipt: their rules refuse a document that was not rewritten.
 */
function ruleTree(schema: GraphQLSchema, owner: Agency): Record<string, Rules> {
  const rules = new Map(
    Object.keys(actions)
      .filter(isAction)
      .map((action) => [action, ruleOf(owner, action)]),
  );
  const rulesIn = (
    typeName: string,
    actionNamed: (field: GraphQLField<unknown, unknown>) => string | undefined,
  ): Rules => {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return Object.fromEntries(
      fields.flatMap((field) => {
        const action = actionNamed(field) ?? '';
        const found = isAction(action) && rules.get(action);
        return found ? [[field.name, found]] : [];
      }),
    );
  };
  const prefix = typePrefixOf({ agency: owner });
  return {
    Mutation: { '*': deny, [subgraphOf(owner)]: allow },
    [`${prefix}Mutation`]: { '*': deny, ...rulesIn(`${prefix}Mutation`, ({ name }) => name) },
    [`${prefix}Query`]: rulesIn(`${prefix}Query`, actionOf),
  };
}

/**
 * A schema in which nobody takes an action of an agency but the officers whose roles are for it, before anything of its input
 * or of the records is looked at.
 *
 * graphql-shield makes a promise of every field that it wraps, and wraps those without a rule too, to allow them. Only the fields
 * in the tree are wrapped here, so that reading a dossier costs what it did without.
 */
export function shieldActions(schema: GraphQLSchema, owner: Agency): GraphQLSchema {
  const tree = ruleTree(schema, owner);
  const everywhere = shield(tree, {
    allowExternalErrors: true,
    fallbackError: (_error, _source, _arguments, _context, { fieldName }) =>
      callerError('FORBIDDEN', `\`${fieldName}\` is for nobody.`),
  }).generate(schema) as IMiddlewareTypeMap;
  const wrapped = Object.entries(tree).map(([type, rules]) => {
    const fields = Object.entries(everywhere[type] ?? {});
    return [type, Object.fromEntries(fields.filter(([name]) => '*' in rules || name in rules))];
  });
  return applyMiddleware(schema, Object.fromEntries(wrapped));
}
