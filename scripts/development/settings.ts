import { resolve } from 'node:path';
import { z } from 'zod';
import { readSettings } from '../../server/settings.ts';

/** Where embedded databases, development keys and logs live. */
export const dataDirectoryIn = (environment: NodeJS.ProcessEnv): string =>
  resolve(readSettings({ DATA_DIR: z.string().default('.data') }, environment).DATA_DIR);
