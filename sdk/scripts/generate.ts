/** `npm run -w sdk generate`: writes `src/generated/operations.ts` from `operations/` and the schema. */
import { writeFileSync } from 'node:fs';
import { generatedOperations, operationsFile } from './generated-operations.ts';

writeFileSync(operationsFile, await generatedOperations());
