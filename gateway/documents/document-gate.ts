import type { FastifyRequest } from 'fastify';
import { refusal } from '../../server/errors.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';
import { digitsOf, type KnownDocuments } from './known-documents.ts';

type ContextOf = (request: FastifyRequest) => Promise<GatewayContext>;
type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unknown =
  'This gateway answers only the documents of its manifest, and this is none of them. Add it to the manifest that your build writes, and ask the operator to load that one.';
const notYours =
  'You write no queries in this page: ask what its views ask, or a document of the manifest of this gateway. The roles that may write one are named by the operator (PLAYGROUND_WRITERS), and the claim `documents` of a token takes it from one officer.';
const onlyPost = 'This gateway answers only the documents of its manifest. Send one by POST, or its SHA-256.';

/** The SHA-256 that a client sends for a document, as Apollo's clients and urql do; null for one in any other form. */
function hashIn({ extensions }: Body): string | null | undefined {
  if (!isObject(extensions) || extensions.persistedQuery === undefined) return undefined;
  const { persistedQuery } = extensions;
  if (!isObject(persistedQuery) || persistedQuery.version !== 1) return null;
  return typeof persistedQuery.sha256Hash === 'string' ? digitsOf(persistedQuery.sha256Hash) : null;
}

/** The text that a body asks, if it is a known one: by its hash, by itself, or by both where they agree. */
function knownText(body: Body, known: KnownDocuments, texts: ReadonlySet<string>): string | undefined {
  const hash = hashIn(body);
  const { query } = body;
  if (hash === undefined) return typeof query === 'string' && texts.has(query) ? query : undefined;
  const text = hash === null ? undefined : known.get(hash);
  return query === undefined || query === null || query === text ? text : undefined;
}

/** Admits known documents alone, once the caller is known: a stranger learns nothing of the manifest. */
export interface DocumentGate {
  /** Wraps the context of a request, which throws PERSISTED_QUERY_NOT_IN_LIST before anything of a document is parsed. */
  around(contextOf: ContextOf): ContextOf;
  /** Notes a request of an officer who is signed in to the page: they may ask the page's own documents, or any if they may write. */
  fromPage(request: FastifyRequest, page: PageDocuments): void;
}

/** The documents of the page, for one officer. */
export interface PageDocuments {
  mayWrite: boolean;
  /** The texts that the page sends by itself. */
  own: ReadonlySet<string>;
}

/** @param known the documents that are answered; all are without it */
export function documentGate(known: KnownDocuments | undefined): DocumentGate {
  const pages = new WeakMap<FastifyRequest, PageDocuments>();
  const texts = new Set(known?.values());

  /** Puts the text in the place of its hash: the body was parsed for this request alone, and is read after this. */
  function admit(request: FastifyRequest, documents: KnownDocuments): void {
    const { method, body } = request;
    const page = pages.get(request);
    if (page?.mayWrite || (isObject(body) && page?.own.has(String(body.query)))) return;
    if (method !== 'POST') throw refusal('PERSISTED_QUERY_NOT_IN_LIST', onlyPost);
    const text = isObject(body) ? knownText(body, documents, texts) : undefined;
    if (text === undefined || !isObject(body))
      throw refusal('PERSISTED_QUERY_NOT_IN_LIST', page ? notYours : unknown);
    body.query = text;
    if (isObject(body.extensions)) delete body.extensions.persistedQuery;
  }

  return {
    around: (contextOf) =>
      known
        ? async (request) => {
            const context = await contextOf(request);
            admit(request, known);
            return context;
          }
        : contextOf,
    fromPage: (request, page) => void pages.set(request, page),
  };
}
