import { type GraphQLNamedType, isInterfaceType, isObjectType } from 'graphql';

/**
 * The way that led to a place of an operation, as far as it matters for what the place can hold:
 *
 *     direct -- a dossier that is asked for --> dossier -- a thing that it shares --> shared -- who has it --> another
 */
export type PlaceInGraph = 'direct' | 'dossier' | 'shared' | 'another';

const isNamed = (type: GraphQLNamedType, name: string): boolean =>
  type.name === name ||
  ((isObjectType(type) || isInterfaceType(type)) &&
    type.getInterfaces().some((implemented) => implemented.name === name));

/** True for a dossier of any agency, and for the interface of them all. */
export const isDossier = (type: GraphQLNamedType | undefined): boolean =>
  type !== undefined && isNamed(type, 'Dossier');

const sharedNodes = ['InfrastructureNode', 'InstrumentNode'];

/** True for what several dossiers have in common, and which leads from one to all of them: a thing, or a group. */
const isShared = (type: GraphQLNamedType | undefined): boolean =>
  type !== undefined && (sharedNodes.includes(type.name) || isNamed(type, 'CriminalGroup'));

/** The values of a dossier that name what it shares. */
const sharingValues = ['Infrastructure', 'PaymentInstrument', 'Membership'];

/** True for a shared thing that a dossier leads to: a group that is asked for itself is the beginning of the way. */
export const isSharedByDossier = (
  type: GraphQLNamedType | undefined,
  parent: GraphQLNamedType | undefined,
): boolean => isShared(type) && parent !== undefined && sharingValues.includes(parent.name);

/** True for a page of those that have a shared thing, whose length only their agency knows: how many things lead to one is not in the query. */
export const isPageOfSharers = (
  type: GraphQLNamedType | undefined,
  parent: GraphQLNamedType | undefined,
): boolean => isShared(parent) && isObjectType(type) && type.getFields().pageInfo !== undefined;

/** The place of an object of a type that is reached from another place. */
export function placeOf(type: GraphQLNamedType | undefined, from: PlaceInGraph): PlaceInGraph {
  if (from === 'another') return from;
  if (isDossier(type)) return from === 'shared' ? 'another' : 'dossier';
  return isShared(type) && from === 'dossier' ? 'shared' : from;
}
