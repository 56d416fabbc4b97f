import type { RequestContext } from '../context/request-context.ts';

/** Decides whether a field may be read by something other than its own dossier, such as the members of a group. */
export type RecordRule = (
  source: unknown,
  argumentsGiven: Record<string, unknown>,
  context: RequestContext,
) => boolean | Promise<boolean>;

/**
 * Rules by coordinate, for the fields with a class that are neither in a dossier nor in an object of that class; and by type, for
 * objects of a class that the gateway asks for past every field (`_entities`).
 */
export type RecordRules = Readonly<Record<string, RecordRule>>;
