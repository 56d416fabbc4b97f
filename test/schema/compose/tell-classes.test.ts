import { buildSchema, isInputObjectType, isObjectType, parse, print } from 'graphql';
import { tellClasses, withoutClass } from '../../../schema/compose/tell-classes.ts';
import { builtSdl } from '../../support/schema-files.ts';

const told = (sdl: string): string => print(tellClasses(parse(sdl)));

test('a field, an argument and an input field say their own class, or else that of their type', () => {
  const sdl = told(`
    type Contact @access(class: CONTACT) {
      "Such as a phone."
      value("In which form." form: Int @access(class: OPEN)): String
      "Where it comes from."
      source: String @access(class: CASE, action: "readHistory")
    }
    input ContactInput @access(class: CONTACT) { "Such as a phone." value: String }
  `);
  expect(sdl).toBe(
    print(
      parse(`
    type Contact @access(class: CONTACT) {
      """
      Such as a phone.

      Class: CONTACT.
      """
      value(
        """
        In which form.

        Class: OPEN.
        """
        form: Int @access(class: OPEN)
      ): String
      """
      Where it comes from.

      Class: CASE, action: readHistory.
      """
      source: String @access(class: CASE, action: "readHistory")
    }
    input ContactInput @access(class: CONTACT) {
      """
      Such as a phone.

      Class: CONTACT.
      """
      value: String
    }`),
    ),
  );
});

test('what has no class, or no description, stays as it is', () => {
  const sdl = print(
    parse(`
    "A record."
    type Dossier @key(fields: "id") { id: ID @access(class: OPEN) "Not classed." other: Int }
    enum Kind { "A phone." PHONE }
  `),
  );
  expect(told(sdl)).toBe(sdl);
});

test('a description can be had without it', () => {
  expect(withoutClass('Such as a phone.\n\nClass: CONTACT, action: readHistory.')).toBe('Such as a phone.');
  expect(withoutClass('Such as a phone.\n\nErrors: none.')).toBe('Such as a phone.\n\nErrors: none.');
});

test('every field and input field that clients see says its class', () => {
  const types = Object.values(buildSchema(builtSdl('api')).getTypeMap()).filter(
    (type) => (isObjectType(type) || isInputObjectType(type)) && !type.name.startsWith('__'),
  );
  const silent = types.flatMap((type) =>
    'getFields' in type
      ? Object.values(type.getFields())
          .filter(({ description }) => !/\n\nClass: [A-Z]+(, action: \w+)?\.$/.test(description ?? ''))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  expect(types.length).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});
