import { readFileSync } from 'node:fs';
import { fromRoot, generatedFiles, generatedOperations } from '../../../sdk/scripts/generated-operations.ts';

test.each(generatedFiles)(
  '$file has the operations of $operations and of the schema: `npm run sdk:generate`',
  async (each) => {
    expect(readFileSync(fromRoot(each.file), 'utf8')).toBe(await generatedOperations(each));
  },
);
