import { parse } from 'graphql';
import * as operations from '../../../../playground/generated/operations.ts';
import { ownDocuments } from '../../../../workshop/scripts/playground/own-documents.ts';
import { projectFile } from '../../../support/schema-files.ts';

test('the page’s own documents are all that it has operations for, and introspection', () => {
  const documents = ownDocuments(projectFile('playground/generated/operations.ts'));
  const sent = Object.values(operations).flatMap((each) => ('concord' in each ? [each.concord.source] : []));
  expect(sent.length).toBeGreaterThan(50);
  expect(documents.slice(0, -1).sort()).toEqual(sent.sort());
  expect(documents.at(-1)).toContain('__schema');
  for (const document of documents) expect(() => parse(document)).not.toThrow();
});
