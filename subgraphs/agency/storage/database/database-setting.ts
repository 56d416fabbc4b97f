import { z } from 'zod';
import type { Agency } from '../../../../terms/agencies.ts';

export const databaseVariable = (agency: Agency): string => `${agency}_MONGODB_URI`;

/**
 * The same database for migrations, jobs and commands, by a user who may change indexes and erase; the one above then is for
 * answers, by a user who may do neither. Where it is not set, one user does all.
 */
export const jobsDatabaseVariable = (agency: Agency): string => `${agency}_JOBS_MONGODB_URI`;

/**
 * The address of an agency's MongoDB. It must include the name of the database: without one the driver would take
 * `test`, and an operator who forgot it would find an empty database there.
 */
export const databaseSetting = z
  .string("is required: where this agency's MongoDB is, with the name of its database")
  .regex(
    /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/,
    'must be like mongodb://host:port/database, with the name of the database',
  );
