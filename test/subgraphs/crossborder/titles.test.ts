import { randomBytes } from 'node:crypto';
import { graphql } from 'graphql';
import { crossborderSchema } from '../../../subgraphs/crossborder/crossborder-schema.ts';

const schema = crossborderSchema({ cursorKey: randomBytes(32) });

const ask = (source: string) => graphql({ schema, source });

interface Asked {
  titles: { name: string; values: { value: string; title: string }[] }[];
}

/** Titles in a language, by list and member. */
async function titlesIn(language: string): Promise<Record<string, string>> {
  const { data, errors } = await ask(`{ titles(language: ${language}) { name values { value title } } }`);
  expect(errors).toBeUndefined();
  return Object.fromEntries(
    (data as unknown as Asked).titles.flatMap(({ name, values }) =>
      values.map(({ value, title }) => [`${name}.${value}`, title]),
    ),
  );
}

describe('the titles of closed lists', () => {
  test.each([
    ['BE', 'Кіраўнік кол-цэнтра', 'Не перададзена вашаму ведамству'],
    ['RU', 'Руководитель кол-центра', 'Не передано вашему ведомству'],
    ['EN', 'Call centre leader', 'Not released to your agency'],
  ])('are those of enums and of receipts, in %s', async (language, leader, notReleased) => {
    const titles = await titlesIn(language);
    expect(titles['RoleKind.CALL_CENTRE_LEADER']).toBe(leader);
    expect(titles['RedactionReason.NOT_RELEASED']).toBe(notReleased);
    expect(titles['AdviceSentence.ASK_NEW_RELEASE']).toContain('{contactPoint}');
  });

  test('are of the same members in every language, each once', async () => {
    const [be, ru, en] = await Promise.all(['BE', 'RU', 'EN'].map(titlesIn));
    expect(Object.keys(be ?? {})).toEqual(Object.keys(en ?? {}));
    expect(Object.keys(ru ?? {})).toEqual(Object.keys(en ?? {}));
  });

  test('need a language that the catalogue has', async () => {
    const { errors } = await ask('{ titles(language: DE) { name } }');
    expect(errors?.[0]?.message).toContain('Value "DE" does not exist in "Language" enum.');
  });
});
