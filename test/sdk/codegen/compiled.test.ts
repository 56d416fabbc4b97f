import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { complaintsOf } from '../support/compiled.ts';

const temporary = temporaryDirectory();
const patience = 60_000;

describe('what is generated compiles, whatever an operation is called', () => {
  const phones = '{ suspect(id: $id) { russia { ...my_part } belarus { releases { to case } } } }';
  const names = ['getURLPhones', 'my_phones', 'Concord', 'Told', 'phones2x', '_private'];
  const source = `${names.map((name) => `query ${name}($id: ID!) ${phones}`).join('\n')}
    fragment my_part on Dossier { contacts { value } __proto__: names { full } toString: harms { loss } }`;
  const typeNames = ['GetURLPhones', 'My_Phones', 'Concord', 'Told', 'Phones2x', '_Private'];

  test(
    'under its own name',
    async () => {
      const uses = typeNames.map(
        (name) =>
          `import { ${name}Document, type ${name}QueryTold } from './operations.ts';
           export const of${name} = (told: ${name}QueryTold) => [told.suspect?.russia.state, ${name}Document];`,
      );
      const code = `import type { My_PartFragmentTold } from './operations.ts';
        export const stateOf = (part: My_PartFragmentTold) => [part.contacts.state, part['__proto__'].state];
        ${uses.join('\n')}`;
      expect(await complaintsOf(temporary.path(''), source, code)).toEqual([]);
    },
    patience,
  );

  test(
    'and what does not narrow does not compile',
    async () => {
      const code = `import type { My_PartFragmentTold } from './operations.ts';
        export const first = (part: My_PartFragmentTold) => part.contacts[0];`;
      expect(await complaintsOf(temporary.path(''), source, code)).toEqual([
        expect.stringMatching(/'0' can't be used to index type .*Withheld/),
      ]);
    },
    patience,
  );
});

test(
  'what can be of a newer type is read with a default',
  async () => {
    const source = `mutation Amend($input: AmendDossierInput!) {
        russia { amendDossier(input: $input) { __typename ... on StaleVersion { currentVersion } } }
      }
      query Members($id: ID!) { belarus { group(id: $id) { members { nodes { dossier {
        __typename agency contacts { value }
        ... on BelarusDossier { version } ... on RussiaDossier { version }
      } } } } } }`;
    const used = (
      body: string,
    ) => `import type { MembersQueryTold, AmendMutationTold } from './operations.ts';
      type Value<T> = T extends { state: 'present'; value: infer V } ? V : never;
      type Group = Value<Value<MembersQueryTold['belarus']>['group']>;
      type Dossier = Value<Group['members']>['nodes'][number]['dossier'];
      type Result = NonNullable<NonNullable<AmendMutationTold['russia']>['amendDossier']>;
      ${body}`;
    const fits = used(`export const agencyOf = (dossier: Dossier): string => dossier.agency;
      export function versionOf(dossier: Dossier) {
        switch (dossier.__typename) {
          case 'BelarusDossier': return dossier.version;
          case 'RussiaDossier': return dossier.version;
          default: return dossier.contacts.state;
        }
      }
      export const currentOf = (result: Result) => result.__typename === 'StaleVersion' ? result.currentVersion : -1;`);
    expect(await complaintsOf(temporary.path(''), source, fits)).toEqual([]);
    const fails = used('export const versionOf = (dossier: Dossier) => dossier.version;');
    expect(await complaintsOf(temporary.path(''), source, fails)).toEqual([
      expect.stringMatching(/Property 'version' does not exist/),
    ]);
  },
  patience,
);
