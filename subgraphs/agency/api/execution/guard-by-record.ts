import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { entrancesTo, typeClass } from '../../../../schema/protect/access.ts';
import { SettingsError } from '../../../../server/settings.ts';
import type { DecidedClass, InformationClass } from '../../../../terms/enums.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { answeredWithParent, hasObjects } from '../context/answered-with-parent.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { Work } from '../work/work.ts';
import { type Coordinates, dossierTypes } from './coordinates.ts';
import { noteDeniedNode } from './note-denied-node.ts';
import type { RecordRule, RecordRules } from './record-rules.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** Notes the restrictions under which a field of a dossier may be used. */
function noteHandling(
  coordinate: string,
  informationClass: InformationClass,
  dossier: DossierPart,
  { permissions }: RequestContext,
): void {
  if (permissions.verdicts.side === 'own') return;
  for (const restriction of permissions.restrictions(informationClass, dossier))
    permissions.handled.note(
      { coordinate, class: informationClass as DecidedClass },
      restriction,
      dossier._id,
    );
}

/** A field of a dossier: null, and a receipt, unless the dossier itself allows its class to this viewer. */
const guardedByDossier =
  (coordinate: string, informationClass: InformationClass, resolve: Resolve): Resolve =>
  (source, argumentsGiven, context, info) => {
    const { permissions } = context;
    const isAllowed = permissions.verdicts.of[informationClass] === 'ALLOW';
    const ruling = isAllowed ? 'ALLOW' : permissions.decide(informationClass, source as DossierPart);
    if (ruling === 'ALLOW') {
      context.reads.noteAnswered(coordinate);
      if (!isAllowed) noteHandling(coordinate, informationClass, source as DossierPart, context);
      return resolve(source, argumentsGiven, context, info);
    }
    permissions.withheld.note({ coordinate, class: informationClass }, ruling, (source as DossierPart)._id);
    return null;
  };

/** A field behind a rule of its own: null where the rule denies, and nothing that would tell why. */
const guardedByRule =
  (coordinate: string, informationClass: InformationClass, rule: RecordRule, resolve: Resolve): Resolve =>
  async (source, argumentsGiven, context, info) => {
    const verdict = context.permissions.verdicts.of[informationClass];
    const isAllowed =
      verdict === 'ALLOW' || (verdict === 'BY_RECORD' && (await rule(source, argumentsGiven, context)));
    if (!isAllowed) return null;
    context.reads.noteAnswered(coordinate);
    return resolve(source, argumentsGiven, context, info);
  };

/** A field that nothing withholds any more once it is resolved: it is open, or stands behind one of its class. */
const notedAsAnswered =
  (coordinate: string, resolve: Resolve): Resolve =>
  (source, argumentsGiven, context, info) => {
    context.reads.noteAnswered(coordinate);
    return resolve(source, argumentsGiven, context, info);
  };

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown> | null | undefined)?.then === 'function';

/** Counts objects as they come into the answer, and lets others have their turn where there are many. */
function noteObjectsOf(coordinate: string, value: unknown, { reads, work }: RequestContext): unknown {
  if (!hasObjects(value)) return value;
  reads.noteObjects(coordinate);
  return work.made(Array.isArray(value) ? value.length : 1) ? value : whenFree(work, value);
}

/** By itself, since a closure in the way of what need not wait costs each of it an allocation. */
async function whenFree(work: Work, value: unknown): Promise<unknown> {
  await work.whenFree();
  return value;
}

const noteObjectsLater = (coordinate: string, promised: Promise<unknown>, context: RequestContext) =>
  promised.then((settled) => noteObjectsOf(coordinate, settled, context));

/** A field with objects below it: what is answered of them follows from there being any. */
const notedWithObjects =
  (coordinate: string, resolve: Resolve): Resolve =>
  (source, argumentsGiven, context, info) => {
    const value = resolve(source, argumentsGiven, context, info);
    return isPromise(value)
      ? noteObjectsLater(coordinate, value, context)
      : noteObjectsOf(coordinate, value, context);
  };

type Refer = (reference: object, context: RequestContext, info: GraphQLResolveInfo) => unknown;

/** The objects of a class that are asked for past every field: null where the rule denies, as for those that there are not. */
function guardReferences(
  type: GraphQLObjectType,
  informationClass: InformationClass,
  rule: RecordRule,
): void {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: Refer } } };
  const refer = apollo?.subgraph?.resolveReference;
  if (!refer) throw new SettingsError(`the schema is not protected: ${type.name} cannot be asked for`);
  const resolveReference: Refer = async (reference, context, info) => {
    if (noteDeniedNode(context, informationClass)) return null;
    const isAllowed = context.permissions.verdicts.of[informationClass] === 'ALLOW';
    return isAllowed || (await rule(reference, {}, context)) ? refer(reference, context, info) : null;
  };
  type.extensions = {
    ...type.extensions,
    apollo: { ...apollo, subgraph: { ...apollo?.subgraph, resolveReference } },
  };
}

/** Entities are reached past every field, by what the gateway represents them with (`_entities`). */
function isEntity(schema: GraphQLSchema, { name }: GraphQLObjectType): boolean {
  const entities = schema.getType('_Entity');
  return isUnionType(entities) && entities.getTypes().some((type) => type.name === name);
}

/**
 * True for a type whose fields are reached only through fields of the same class, which are guarded before them. A type
 * that no field leads to is a root, which everybody may ask.
 */
const isBehindItsClass = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  informationClass: InformationClass,
  coordinates: Coordinates,
  rules: RecordRules,
): boolean => {
  const entrances = entrancesTo(schema, type);
  return (
    (!isEntity(schema, type) || rules[type.name] !== undefined) &&
    entrances.length > 0 &&
    entrances.every((entrance) => coordinates.get(entrance)?.class === informationClass)
  );
};

/**
 * Guards, in a schema, every field whose class a record decides on: those of dossiers by the dossier, others by a rule
 * of their own. It decides synchronously for dossiers, as a promise for each field would cost more than all the rest.
 * What is denied whatever the record is denied here again, should a document come that was not rewritten.
 * @param choosingLists the open lists whose resolvers choose by the classes of their arguments
 * @returns the fields of which nothing is noted, since they are answered with the one above them
 * @throws SettingsError when a field with a class would be guarded by nothing, or a rule is for no such field
 */
export function guardByRecord(
  schema: GraphQLSchema,
  coordinates: Coordinates,
  rules: RecordRules,
  choosingLists: readonly string[] = [],
): ReadonlySet<string> {
  const isWithParent = answeredWithParent(schema);
  const withParent = new Set<string>();
  const dossiers = dossierTypes(schema);
  const unused = new Set([...Object.keys(rules), ...choosingLists]);
  const problems: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const ofType = rules[type.name];
    const classOfType = typeClass(type);
    if (ofType && classOfType && isEntity(schema, type)) {
      guardReferences(type, classOfType, ofType);
      unused.delete(type.name);
    }
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const coordinate = coordinates.get(name);
      if (!coordinate) continue;
      const { class: informationClass } = coordinate;
      const resolver = (field.resolve ?? defaultFieldResolver) as Resolve;
      const isLeaf = isLeafType(getNamedType(field.type));
      const resolve = isLeaf ? resolver : notedWithObjects(name, resolver);
      const isNoted = !isWithParent(type, field);
      if (informationClass === 'OPEN') {
        if (Object.keys(coordinate.arguments).length > 0 && !unused.delete(name))
          problems.push(`${name} has arguments of a class, and its resolver does not choose by it`);
        if (isNoted) field.resolve = notedAsAnswered(name, resolve);
        else withParent.add(name);
        continue;
      }
      const rule = rules[name];
      if (dossiers.includes(type)) field.resolve = guardedByDossier(name, informationClass, resolve);
      else if (rule) {
        field.resolve = guardedByRule(name, informationClass, rule, resolve);
        unused.delete(name);
      } else if (isBehindItsClass(schema, type, informationClass, coordinates, rules)) {
        if (isNoted) field.resolve = notedAsAnswered(name, resolve);
        else withParent.add(name);
      } else {
        problems.push(`${name} is ${informationClass} and nothing guards it: give it a rule`);
      }
    }
  }
  for (const name of unused) problems.push(`the rule for ${name} guards no field with a class`);
  if (problems.length > 0) throw new SettingsError(`the schema is not protected: ${problems.join('; ')}`);
  return withParent;
}
