import { transform } from 'esbuild';
import { generate } from '../../../sdk/scripts/generated-operations.ts';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import type { ConcordDocument, OperationKind, SelectionMap } from '../../../sdk/src/index.ts';

type Document<Kind extends OperationKind> = ConcordDocument<
  Record<string, unknown>,
  Record<string, unknown>,
  SelectionMap,
  Kind
>;

/** What a partner's file of operations exports, generated as his own tools do. */
export async function modulesOf(source: string): Promise<Record<string, Document<OperationKind>>> {
  const documents = [{ location: 'operations.graphql', source }];
  const code = await generate({ sdl: currentSchema(), documents, sdk: '@concord/sdk' });
  const { code: script } = await transform(code, { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(script)}`);
}

/** A document that is generated from one operation. */
export async function documentOf<Kind extends OperationKind>(
  source: string,
  kind: Kind,
): Promise<Document<Kind>> {
  const [document] = Object.values(await modulesOf(source));
  const is = (one: Document<OperationKind> | undefined): one is Document<Kind> => one?.concord.kind === kind;
  if (!is(document)) throw new Error(`no ${kind}`);
  return document;
}
