import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { classOf } from '../../../schema/protect/access.ts';
import { SettingsError } from '../../../server/settings.ts';
import type { AgencyDefinition } from '../permissions/agency-definition.ts';
import { valueKindProblems } from '../records/values/problems/value-kind-problems.ts';
import { valueKinds } from '../records/values/value-kinds.ts';
import { memberProblems } from './members/member-problems.ts';

/** @throws SettingsError when a kind of value lacks its class, its field or input in the SDL, or its retention at the agency */
export function checkValueKinds(
  { agency, retention: { years } }: Pick<AgencyDefinition, 'agency' | 'retention'>,
  schema: GraphQLSchema,
): void {
  const dossier = schema.getType('Dossier');
  const problems = valueKindProblems(valueKinds, {
    agency,
    years,
    classInSdl(name) {
      if (!isInterfaceType(dossier)) return undefined;
      const field = dossier.getFields()[name];
      return field && classOf(dossier, field);
    },
  });
  problems.push(...memberProblems(valueKinds, schema));
  if (problems.length > 0) throw new SettingsError(problems.join('; '));
}
