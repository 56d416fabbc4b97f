import { buildASTSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { classOf } from '../../schema/access.ts';

/** The information class of each field of the supergraph, by coordinate, such as `BelarusDossier.contacts`. */
export function classesOf(supergraphSdl: string): Record<string, string> {
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValid: true });
  const classes: [string, string][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const found = classOf(type, field);
      if (found && found !== 'LINKAGE') classes.push([`${type.name}.${field.name}`, found]);
    }
  }
  return Object.fromEntries(classes);
}
