/**
 * The message of graphql-js for a variable that does not fit its type: it repeats the value, and then says what is
 * wrong with it.
 */
const ofVariable = /^Variable "\$(\w+)" got invalid value /;

/** The parts of the message that repeat no value. */
const wrongs =
  /; ((?:Field "\w+" of required type "[\w![\]]+" was not provided|Field "\w+" is not defined by type "\w+"|Expected type "\w+" to be an object|Expected non-nullable type "[\w![\]]+" not to be null)\.)(?: Did you mean [^"]*"[\w", or]+\?)?$/;

/**
 * A server's message without the values of variables, since messages end up in logs. The place in the variable stays, by
 * the names of its fields.
 */
export function withoutValues(message: string): string {
  const [, variable] = ofVariable.exec(message) ?? [];
  if (variable === undefined) return message;
  const [, place] = new RegExp(` at "(${variable}[.[][\\w.[\\]]*)"; `).exec(message) ?? [];
  const [, wrong = 'Its value does not fit the type.'] = wrongs.exec(message) ?? [];
  return `Variable "$${variable}"${place ? ` at "${place}"` : ''}: ${wrong}`;
}
