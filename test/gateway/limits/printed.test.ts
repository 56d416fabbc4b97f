import { type FieldNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { printed } from '../../../gateway/limits/printed.ts';

/** A field with one argument. */
function fieldWith(argument: string): FieldNode {
  const [operation] = parse(`{ field(argument: ${argument}) }`).definitions as OperationDefinitionNode[];
  const [field] = operation?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) throw new Error('no field');
  return field;
}

describe('a node that is compared', () => {
  test('is what is written', () => {
    expect(printed(fieldWith('1'))).toBe('field(argument: 1)');
  });

  test('is as short as a hash where it is long, and another one is another', () => {
    const [one, other] = ['a', 'b'].map((letter) => printed(fieldWith(`"${letter.repeat(200_000)}"`)));
    expect(one?.length).toBeLessThan(50);
    expect(one).toBe(printed(fieldWith(`"${'a'.repeat(200_000)}"`)));
    expect(one).not.toBe(other);
  });

  test('is printed once, however often it is spread', () => {
    const field = fieldWith('"text"');
    let looks = 0;
    const argument = field.arguments?.[0];
    const watched = Object.defineProperty({ ...argument }, 'value', {
      enumerable: true,
      get: () => {
        looks += 1;
        return argument?.value;
      },
    }) as unknown as FieldNode;
    expect(printed(watched)).toBe('argument: "text"');
    const before = looks;
    for (let spread = 0; spread < 1_000; spread += 1) printed(watched);
    expect(before).toBeGreaterThan(0);
    expect(looks).toBe(before);
  });
});
