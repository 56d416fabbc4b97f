import { type GraphQLField, type GraphQLObjectType, isEnumType, isObjectType } from 'graphql';
import { withoutClass } from '../../../schema/compose/tell-classes.ts';
import { actionOf, classOf } from '../../../schema/protect/access.ts';
import { decidedClasses, type InformationClass, informationClasses } from '../../../terms/enums.ts';
import { code, table } from './markdown.ts';
import type { Subject } from './subject.ts';

interface Found {
  type: GraphQLObjectType;
  fields: GraphQLField<unknown, unknown>[];
}

/** Every type that has fields of the class. The interface `Dossier` promises what the agency's own type has. */
function typesWith({ schema }: Subject, informationClass: InformationClass): Found[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .map((type) => ({
      type,
      fields: Object.values(type.getFields()).filter((field) => classOf(type, field) === informationClass),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function describe(field: GraphQLField<unknown, unknown>): string {
  const action = actionOf(field);
  const limit = action && `Only for who may ${code(action)}.`;
  const said = [field.description && withoutClass(field.description), limit].filter(Boolean).join(' ');
  return said ? `${code(field.name)}: ${said}` : code(field.name);
}

/** The SDL's own words for the class. */
const meaningOf = ({ schema }: Subject, informationClass: InformationClass): string => {
  const classes = schema.getType('access__Class');
  return (isEnumType(classes) && classes.getValue(informationClass)?.description) || '';
};

function section(subject: Subject, informationClass: InformationClass): string {
  const found = typesWith(subject, informationClass);
  const rows = found.map(({ type, fields }) => [
    code(type.name),
    type.description ?? '',
    fields.map(describe).join('<br>'),
  ]);
  const fields =
    rows.length > 0 ? table(['type', 'what it is', 'its fields of this class'], rows) : 'No field has it.';
  return `### ${informationClass}\n\n${meaningOf(subject, informationClass)}\n\n${fields}`;
}

/** Which fields of the schema have which class; first those that the policy decides on. */
export const fieldsByClass = (subject: Subject): string => {
  const others = informationClasses.filter((name) => !decidedClasses.some((column) => column === name));
  return [...decidedClasses, ...others].map((name) => section(subject, name)).join('\n\n');
};
