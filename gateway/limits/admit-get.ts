import { HeaderMap } from '@apollo/server';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { callerError, postAdvice } from '../../server/errors.ts';
import { hasValuesAboveOpen } from './has-values-above-open.ts';

/** The operations allowed by GET: those that put nothing confidential into an address, or all. */
export const getSettings = ['open', 'any'] as const;
export type GetSetting = (typeof getSettings)[number];

const message = `${postAdvice} With GET its values would appear in the address, which only the operator can allow (GATEWAY_GET).`;

/**
 * Judges operations that come by GET. An address is kept in logs and histories along its way, and so must have no variables and no values
 * above OPEN in it, unless the operator allows any.
 */
export const admitGet =
  (supergraph: GraphQLSchema, setting: GetSetting) =>
  /** @throws BAD_REQUEST with HTTP status 405 */
  (document: DocumentNode, variables: Record<string, unknown>): void => {
    if (setting === 'any') return;
    if (Object.keys(variables).length === 0 && !hasValuesAboveOpen(document, supergraph)) return;
    const headers = new HeaderMap([['allow', 'POST']]);
    throw callerError('BAD_REQUEST', message, { http: { status: 405, headers } });
  };
