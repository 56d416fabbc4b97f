import { shownPage } from '../../../../../subgraphs/agency/api/paging/shown-page.ts';

/** A list of letters, of which the small ones are left out. */
function listOf(letters: string) {
  const reads: number[] = [];
  const places = [...letters].map((letter, index) => ({ letter, place: String(index).padStart(4, '0') }));
  const page = (first: number, after?: string) =>
    shownPage(
      { first, after },
      {
        async read(part) {
          reads.push(part.limit);
          return places.filter(({ place }) => place > (part.after ?? '')).slice(0, part.limit);
        },
        show: async (found) => (found.letter === found.letter.toUpperCase() ? found : undefined),
        placeOf: ({ place }) => place,
      },
    );
  return { page, reads };
}

const letters = (page: { shown: { letter: string }[]; isMore: boolean }) => ({
  shown: page.shown.map(({ letter }) => letter).join(''),
  isMore: page.isMore,
});

describe('a page of a list of which a part is shown', () => {
  test.each([
    ['all of them', 'ABC', 2, { shown: 'AB', isMore: true }],
    ['the last of them', 'AB', 2, { shown: 'AB', isMore: false }],
    ['the others, where some are left out', 'AbCD', 3, { shown: 'AC', isMore: true }],
    ['the first that there is, however far', 'abcdefghI', 1, { shown: 'I', isMore: false }],
    ['no more than were asked for, once it reads more', 'aBCD', 1, { shown: 'B', isMore: true }],
    ['nothing, and that there is no more', 'abcdef', 2, { shown: '', isMore: false }],
    ['nothing of an empty list', '', 2, { shown: '', isMore: false }],
  ])('has %s', async (_what, list, first, expected) => {
    expect(letters(await listOf(list).page(first))).toEqual(expected);
  });

  test('goes on where another ended', async () => {
    const { page } = listOf('AbcdE');
    const one = await page(1);
    expect(letters(await page(1, one.shown[0]?.place))).toEqual({ shown: 'E', isMore: false });
  });

  test('reads a long part without any in ever larger steps', async () => {
    const { page, reads } = listOf(`${'a'.repeat(300)}B`);
    expect(letters(await page(10))).toEqual({ shown: 'B', isMore: false });
    expect(reads).toEqual([11, 21, 41, 81, 101, 101]);
  });
});
