import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generatedOperations, operationsFile } from '../../../sdk/scripts/generated-operations.ts';

test('the operations of the package are those of operations/ and of the schema: `npm run sdk:generate`', async () => {
  expect(readFileSync(operationsFile, 'utf8')).toBe(await generatedOperations());
});
