import { inOrder } from '../../server/in-order.ts';

const at = (...path: (string | number)[]) => ({ message: path.join('.'), path });
const messages = (errors: readonly { message: string }[]) => errors.map(({ message }) => message);

describe('the errors of an answer', () => {
  test('stand in the order of their paths, whichever came first', () => {
    const ordered = ['belarus', 'belarus.names', 'russia.list.2.id', 'russia.list.10.id', 'russia.names'];
    const errors = [
      at('belarus'),
      at('belarus', 'names'),
      at('russia', 'list', 2, 'id'),
      at('russia', 'list', 10, 'id'),
      at('russia', 'names'),
    ];
    expect(messages(inOrder(errors))).toEqual(ordered);
    expect(messages(inOrder([...errors].reverse()))).toEqual(ordered);
  });

  test('of one path stand in the order of their messages', () => {
    const errors = ['b', 'a'].map((message) => ({ ...at('russia'), message }));
    expect(messages(inOrder(errors))).toEqual(['a', 'b']);
  });

  test('of a request that was not carried out stay as they are told', () => {
    const errors = [{ message: 'b' }, at('a')];
    expect(inOrder(errors)).toBe(errors);
  });
});
