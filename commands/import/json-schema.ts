import { z } from 'zod';
import { importLine } from './line.ts';

/** The JSON Schema of an import's line, as it is published. */
export const importLineSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(importLine, { io: 'input' }), null, 2)}\n`;
