import { z } from 'zod';
import type { Agency } from '../../identity/agencies.ts';

export const databaseVariable = (agency: Agency): string => `${agency}_MONGODB_URI`;

/**
 * Where an agency's MongoDB is. The name of the database must stand in it: without one the driver would take `test`, and
 * whoever forgets it would find an empty database there.
 */
export const databaseSetting = z
  .string("is required: where this agency's MongoDB is, with the name of its database")
  .regex(
    /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/,
    'must be like mongodb://host:port/database, with the name of the database',
  );
