import { transform } from 'esbuild';
import { generate } from '../../../sdk/scripts/generated-operations.ts';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import type { ConcordDocument, OperationKind, SelectionMap } from '../../../sdk/src/index.ts';

// To generate takes long on a machine that is busy.

type Document<Kind extends OperationKind> = ConcordDocument<
  Record<string, unknown>,
  Record<string, unknown>,
  SelectionMap,
  Kind
>;

const generated = new Map<string, Promise<Record<string, Document<OperationKind>>>>();

/** What a partner's file of operations exports, generated as his own tools do. */
async function moduleOf(source: string): Promise<Record<string, Document<OperationKind>>> {
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
  const module = generated.get(source) ?? moduleOf(source);
  generated.set(source, module);
  const [document] = Object.values(await module);
  const is = (one: Document<OperationKind> | undefined): one is Document<Kind> => one?.concord.kind === kind;
  if (!is(document)) throw new Error(`no ${kind}`);
  return document;
}
