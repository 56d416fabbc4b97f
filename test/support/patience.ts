import { jest } from '@jest/globals';

/** A test may compose schemas, start processes and fill databases, on a machine that is busy with others; what it waits for is bounded in itself. */
jest.setTimeout(120_000);
