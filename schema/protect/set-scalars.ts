import { types } from 'node:util';
import {
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  Kind,
  type ValueNode,
} from 'graphql';
import { type ScalarForm, scalarForms } from '../../terms/scalar-forms.ts';

const wrong = (name: string, { form }: ScalarForm, nodes?: ValueNode) =>
  new GraphQLError(`${name} must be ${form}.`, {
    ...(nodes && { nodes }),
    extensions: { code: 'BAD_USER_INPUT' },
  });

type Reading = Pick<GraphQLScalarType, 'parseValue' | 'parseLiteral' | 'serialize'>;

const readingOf = (name: string, scalar: ScalarForm): Reading => ({
  parseValue(value) {
    if (typeof value === 'string' && scalar.fits(value)) return value;
    throw wrong(name, scalar);
  },
  parseLiteral(node) {
    if (node.kind === Kind.STRING && scalar.fits(node.value)) return node.value;
    throw wrong(name, scalar, node);
  },
  // What is recorded is told, also what was recorded before a form became this strict; a moment is recorded as a date.
  serialize(value) {
    if (typeof value === 'string') return value;
    if (name === 'DateTime' && types.isDate(value)) return value.toISOString();
    throw new TypeError(`${name} is not a text`);
  },
});

/**
 * Makes the scalars of a schema strict: a text of another form is refused with BAD_USER_INPUT, which says the form and repeats
 * nothing of the text. SDL cannot say it, so every process does it to the schema that it has built.
 */
export function setScalars(schema: GraphQLSchema): void {
  for (const [name, form] of Object.entries(scalarForms)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, readingOf(name, form));
  }
}
