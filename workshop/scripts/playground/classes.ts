import { buildASTSchema, isInputObjectType, isInterfaceType, isObjectType, parse } from 'graphql';
import { classOf, classOfInput, directiveClass } from '../../../schema/protect/access.ts';
import type { InformationClass } from '../../../terms/enums.ts';

/**
 * The information class of each field of the supergraph, of its arguments and of fields of inputs, by schema coordinate, such as
 * `BelarusDossier.contacts`, `Query.suspect(id:)` and `SuspectCriteria.phone`.
 */
export function classesOf(supergraphSdl: string): Record<string, string> {
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValid: true });
  const classes: [string, string][] = [];
  const add = (coordinate: string, found: InformationClass | undefined) => {
    if (found && found !== 'LINKAGE') classes.push([coordinate, found]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        add(`${type.name}.${field.name}`, classOfInput(type, field));
    }
    if (!(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      add(`${type.name}.${field.name}`, classOf(type, field));
      for (const { name, astNode } of field.args)
        add(`${type.name}.${field.name}(${name}:)`, directiveClass(astNode?.directives));
    }
  }
  return Object.fromEntries(classes);
}
