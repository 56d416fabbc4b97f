import { z } from 'zod';

/** A setting that is a URL of one of these protocols, each with its colon. */
export const urlSetting = (protocols: string[]) =>
  z
    .string('is required')
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be a URL beginning with ${protocols.join(' or ')}`,
    )
    .transform((value) => new URL(value));
