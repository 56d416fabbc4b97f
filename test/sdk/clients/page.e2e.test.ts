import { ApolloClient } from '@apollo/client';
import { transform } from 'esbuild';
import * as graphql from 'graphql';
import { concordApollo } from '../../../sdk/src/clients/apollo.ts';
import * as operations from '../../../sdk/src/generated/operations.ts';
import * as sdk from '../../../sdk/src/index.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { printedSections } from '../../support/printed.ts';
import { investigation, officerAt } from '../support/officer.ts';

const stack = sharedStack();
const printed = printedSections('docs/clients.md');
const modules: Record<string, object> = {
  '@concord/sdk': sdk,
  '@concord/sdk/operations': operations,
  graphql,
};

// The first of a stack's profiles waits for its plan.
beforeAll(() =>
  officerAt(stack, 'belarus', 'investigator').query(operations.ProfileDocument, { id: linked.belarus }),
);

/** Runs the program of a section of the page with an Apollo Client, and gives the lines that it prints. */
async function linesOf(section: string): Promise<string[]> {
  const program = printed.get(section)?.find(({ language }) => language === 'ts')?.code ?? '';
  const imported = program.replace(/^import (\{[^}]+\}) from ('[^']+');$/gm, 'const $1 = modules[$2];');
  const body = `export default async ({ modules, apollo, concord, id, console }) => {${imported}}`;
  const { code } = await transform(body, { loader: 'ts', format: 'esm' });
  const { default: run } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const token = () => officerToken(stack, 'belarus');
  const concord = concordApollo({ endpoint: `${stack.gateway}/graphql`, token, mandate: investigation });
  const lines: string[] = [];
  const log = (...words: unknown[]) => lines.push(words.join(' '));
  await run({ modules, apollo: new ApolloClient(concord), concord, id: linked.belarus, console: { log } });
  return lines;
}

describe('a program that the page of clients prints', () => {
  test('gives each half as it comes', async () => {
    const lines = await linesOf('Each half as it comes');
    expect(lines.sort()).toEqual(['BELARUS present', 'RUSSIA present']);
  });

  test('asks for every half that the gateway has, and names no agency', async () => {
    expect(await linesOf('Documents that name no agency')).toEqual([
      'BELARUS Гарадзейка Яўген Рыгоравіч',
      'RUSSIA Городейко Евгений Григорьевич',
    ]);
  });
});
