import { scalarForms } from '../terms/scalar-forms.ts';

/** The message of graphql-js for a variable that does not fit its type: it repeats the value, and then says what is wrong. */
const ofVariable = /^Variable "\$(\w+)" got invalid value /;

/** The ends of such messages that repeat no value. */
const plain =
  /; ((?:Field "\w+" of required type "[\w![\]]+" was not provided|Field "\w+" is not defined by type "\w+"|Expected type "\w+" to be an object|Expected non-nullable type "[\w![\]]+" not to be null|Exactly one key must be specified for OneOf type "\w+"|Field "\w+" must be non-null)\.)(?: Did you mean [^"]*"[\w", or]+\?)?$/;

/** The ends that repeat the value, and what is said instead of each. */
const repeating: readonly [RegExp, (type: string) => string][] = [
  [/does not exist in "(\w+)" enum\.(?: Did you mean .*)?$/s, (type) => `It must be a value of ${type}.`],
  [/Enum "(\w+)" cannot represent non-string value: .*$/s, (type) => `It must be a value of ${type}.`],
  [/(String|Int|Float|Boolean|ID) cannot represent .*$/s, (type) => `It must be of type ${type}.`],
];

const ofScalars = Object.entries(scalarForms).map(([name, { form }]) => `${name} must be ${form}.`);

function wrongIn(message: string): string {
  const ofScalar = ofScalars.find((wrong) => message.endsWith(`; ${wrong}`));
  if (ofScalar) return ofScalar;
  const [, found] = plain.exec(message) ?? [];
  if (found) return found;
  for (const [pattern, said] of repeating) {
    const [, type] = pattern.exec(message) ?? [];
    if (type) return said(type);
  }
  return 'Its value does not fit the type.';
}

/**
 * A message without the value of a variable, which may be about a person and would end up in logs. The place in the variable
 * stays, by the names of its fields.
 */
export function withoutValue(message: string): string {
  const [, variable] = ofVariable.exec(message) ?? [];
  if (variable === undefined) return message;
  const [, place] = new RegExp(` at "(${variable}[.[][\\w.[\\]]*)"; `).exec(message) ?? [];
  return `Variable "$${variable}"${place ? ` at "${place}"` : ''}: ${wrongIn(message)}`;
}
