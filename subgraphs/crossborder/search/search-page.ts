import { z } from 'zod';
import { largestPage } from '../../../server/demand-page-size.ts';
import { agencyNames } from '../../../terms/agencies.ts';
import { searchCriteria } from '../../../terms/search-exchange.ts';
import { positionSchema } from './seal-cursor.ts';

/**
 * The question to the search after the agencies have answered: everything that the merge needs beside the answers, as
 * the key of the entity. It comes back by way of the gateway, so it is checked like any input from outside.
 */
const searchPage = z.strictObject({
  criteria: searchCriteria,
  scope: z.array(z.enum(agencyNames)).min(1),
  first: z.int().min(1).max(largestPage),
  after: positionSchema.optional(),
});
export type SearchPage = z.infer<typeof searchPage>;

export const encodePage = (page: SearchPage): string =>
  Buffer.from(JSON.stringify(page)).toString('base64url');

/** @throws when it is none */
export const decodePage = (question: string): SearchPage =>
  searchPage.parse(JSON.parse(Buffer.from(question, 'base64url').toString()));
