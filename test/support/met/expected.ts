import { isUnionType } from 'graphql';
import { errorCodes } from '../../../server/errors.ts';
import { agencyNames } from '../../../terms/agencies.ts';
import { roles } from '../../../terms/enums.ts';
import { projectFile, schemaOf } from '../schema-files.ts';
import type { Kind } from './note.ts';

/** What the actions of every agency answer instead of a record. */
function refusingOutcomes(): string[] {
  const results = Object.values(schemaOf(projectFile('schema/built/api.graphql')).getTypeMap())
    .filter(isUnionType)
    .filter(({ name }) => name.endsWith('Result'));
  const [first = [], ...others] = agencyNames.map((agency) =>
    results
      .filter(({ name }) => name.toUpperCase().startsWith(agency))
      .flatMap((union) => union.getTypes().map(({ name }) => name)),
  );
  return [...new Set(first)].filter((name) => others.every((outcomes) => outcomes.includes(name)));
}

/** All that a whole run of the end-to-end tests meets, by its kind. */
export const everythingToMeet = (): Record<Exclude<Kind, 'file'>, string[]> => ({
  code: Object.keys(errorCodes),
  outcome: refusingOutcomes(),
  officer: agencyNames.flatMap((agency) => roles.map((role) => `${role} of ${agency}`)),
});
