declare enum Names {
  Newer = 'a newer state',
}

/** A state that this package does not know, because a newer gateway has added it: a switch over the known ones has it left. */
export type NewerState = Names.Newer;

/** A record whose state this package does not know: nothing of it is promised. */
export type InNewerState<Told> = { [Field in keyof Told]: Field extends 'state' ? NewerState : Told[Field] };

/** Names of fields that were asked for and are null though the state promises them. */
export const lackingIn = (record: object, names: readonly string[]): string[] =>
  names.filter((name) => Object.hasOwn(record, name) && (record as Record<string, unknown>)[name] === null);
