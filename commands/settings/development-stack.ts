import type { Agency } from '../../terms/agencies.ts';

export interface DatabaseOptions {
  /** Is told where a database is that nobody has named. */
  report: (line: string) => void;
  /** Allows a new database where there is none. Few commands can have meant an empty one. */
  mayMake?: boolean;
}

/** The databases and keys of a developer's stack, for a command whose settings name none. */
export interface DevelopmentStack {
  /** @throws SettingsError when the stack has no database of that agency */
  withDatabase<Result>(
    agency: Agency,
    options: DatabaseOptions,
    work: (uri: string) => Promise<Result>,
  ): Promise<Result>;
  /** The value of `MATCH_KEYS`. */
  matchKeySet(environment: NodeJS.ProcessEnv): string;
  /** The value of `<AGENCY>_NODE_KEY`. */
  nodeKey(own: Agency, environment: NodeJS.ProcessEnv): string;
  /** The channel's keys by the names of their settings. */
  channelKeys(own: Agency, environment: NodeJS.ProcessEnv): Readonly<Record<string, string>>;
}

let stack: DevelopmentStack | undefined;

/**
 * Lends a stack to the command of this process, from a module that is loaded before it. Production has no such module.
 * @param lent undefined takes it back
 */
export const lendDevelopmentStack = (lent: DevelopmentStack | undefined): void => {
  stack = lent;
};

/** The stack that was lent to this process, if there is one. */
export const developmentStack = (): DevelopmentStack | undefined => stack;
