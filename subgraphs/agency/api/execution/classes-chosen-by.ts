import type { GraphQLResolveInfo } from 'graphql';
import { directiveClass } from '../../../../schema/protect/access.ts';
import type { InformationClass } from '../../../../terms/enums.ts';

/** The classes of the arguments that a list is asked with, as the schema declares them; without OPEN, and each once. */
export function classesChosenBy(
  { parentType, fieldName }: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>,
  given: Readonly<Record<string, unknown>>,
): InformationClass[] {
  const known = parentType.getFields()[fieldName]?.args ?? [];
  const classes = known
    .filter(({ name }) => given[name] != null)
    .flatMap(({ astNode }) => directiveClass(astNode?.directives) ?? []);
  return [...new Set(classes)].filter((informationClass) => informationClass !== 'OPEN');
}
