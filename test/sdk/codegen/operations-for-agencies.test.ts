import { parse, print } from 'graphql';
import { documentsByAgency, operationsForAgencies } from '../../../sdk/scripts/operations-for-agencies.ts';

const agencies = ['BELARUS', 'RUSSIA', 'EXAMPLE'];
const written = (source: string) => print(operationsForAgencies(parse(source), agencies));
const one = (source: string) => print(parse(source));

describe('the field `each` of an operation', () => {
  test('becomes a field of every agency', () => {
    expect(written('query Q { suspect { id each { ...Half } } }')).toBe(
      one('query Q { suspect { id belarus { ...Half } russia { ...Half } example { ...Half } } }'),
    );
  });

  test('is none where it is an alias, or a part of a name', () => {
    const source = 'query Q { each: suspect { eachOther } }';
    expect(written(source)).toBe(one(source));
  });
});

describe('an operation whose name ends in Own', () => {
  const source = 'query ProfileOfOwn { suspect { each { id } own { links } } }';

  test('becomes one for the officers of each agency, in which their own half stands once', () => {
    expect(written(source)).toBe(
      one(`query ProfileOfBelarus { suspect { belarus { id links } russia { id } example { id } } }
        query ProfileOfRussia { suspect { belarus { id } russia { id links } example { id } } }
        query ProfileOfExample { suspect { belarus { id } russia { id } example { id links } } }`),
    );
  });

  test('is found by the agency whose officer asks', () => {
    expect(documentsByAgency(parse(source), agencies)).toContain(
      'ProfileOfOwnDocuments = { BELARUS: ProfileOfBelarusDocument, RUSSIA: ProfileOfRussiaDocument, EXAMPLE: ProfileOfExampleDocument }',
    );
  });

  test('takes the fragments of its name with it, each on the type of its agency', () => {
    const source = `query RequestOfOwn { own { request { half: own { ...HalfOfOwn } ...Open } } }
      fragment HalfOfOwn on OwnRequest { state own { id } ...MoreOfOwn }
      fragment MoreOfOwn on Owned { id }
      fragment Open on Request { id }`;
    const of = (field: string, title: string) => [
      `query RequestOf${title} { ${field} { request { half: ${field} { ...HalfOf${title} } ...Open } } }`,
      `fragment HalfOf${title} on ${title}Request { state ${field} { id } ...MoreOf${title} }`,
      `fragment MoreOf${title} on Owned { id }`,
    ];
    const each = [of('belarus', 'Belarus'), of('russia', 'Russia'), of('example', 'Example')];
    const inOrder = [0, 1, 2].flatMap((index) => each.map((definitions) => definitions[index]));
    expect(written(source)).toBe(one([...inOrder, 'fragment Open on Request { id }'].join('\n')));
  });

  test('is none where the name only has it in it: it stays as it is', () => {
    const source = 'query OwnProfile { suspect { own } }';
    expect(written(source)).toBe(one(source));
    expect(documentsByAgency(parse(source), agencies)).toBe('');
  });
});
