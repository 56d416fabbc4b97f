import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The documents of a manifest: texts by their SHA-256 in hexadecimal digits. */
export type KnownDocuments = ReadonlyMap<string, string>;

/** The digits of a document's name: graphql-codegen's client preset puts the algorithm before them, in its manifest and in requests. */
export const digitsOf = (name: string): string => name.replace(/^sha256:/, '');

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Apollo's form, which `@concord/sdk` and `@apollo/generate-persisted-query-manifest` write. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest', 'must be apollo-persisted-query-manifest'),
  version: z.literal(1, 'must be 1'),
  operations: z.array(
    z.object({ id: z.string('must be a text'), body: z.string('must be a text') }, 'must be an operation'),
    'must be a list',
  ),
});

/** The form of Relay's compiler and of graphql-codegen's client preset: texts by their hashes. */
const hashedTexts = z.record(z.string(), z.string('must be the text of a document'), 'must be a manifest');

type Entry = readonly [place: string, id: string, text: string];

function entriesOf(given: unknown): Entry[] {
  if (typeof given === 'object' && given !== null && 'format' in given)
    return apolloManifest
      .parse(given)
      .operations.map(({ id, body }, index) => [`operations.${index}`, id, body]);
  return Object.entries(hashedTexts.parse(given)).map(([id, text], index) => [`entry ${index}`, id, text]);
}

/** @returns the documents, or what is wrong with the manifest */
function documentsIn(text: string): KnownDocuments | string {
  try {
    const given: unknown = JSON.parse(text);
    const documents = new Map<string, string>();
    for (const [place, id, body] of (Array.isArray(given) ? given : [given]).flatMap(entriesOf)) {
      const hash = digitsOf(id);
      if (hashOf(body) !== hash) return `${place}: the id is not the SHA-256 of the document`;
      documents.set(hash, body);
    }
    return documents.size > 0 ? documents : 'has no documents';
  } catch (error) {
    if (!(error instanceof z.ZodError)) return 'is no JSON';
    const [first] = error.issues;
    return `${first?.path.length ? `${first.path.join('.')}: ` : ''}${first?.message}`;
  }
}

/**
 * The manifest of the only documents that are answered, as JSON, or a list of such manifests. A manifest of which anything is
 * wrong is refused whole: a front end whose documents are half known fails at its users, long after the start.
 */
export const documentsSetting = z
  .string()
  .transform((text, context): KnownDocuments => {
    const documents = documentsIn(text);
    if (typeof documents !== 'string') return documents;
    context.addIssue({ code: 'custom', message: `the manifest is not valid: ${documents}` });
    return z.NEVER;
  })
  .optional();
