import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const definition = `import { codeOfProcedure } from '../../terms/codes-of-procedure/example.ts';
import { criminalCodes } from '../../terms/criminal-codes/criminal-codes.ts';
import type { AgencyDefinition } from '../agency/permissions/agency-definition.ts';
import { policy } from './policy.ts';
import { retention } from './retention-periods.ts';

const { EXAMPLE: criminalCode, ...foreignCodes } = criminalCodes;

export const example: AgencyDefinition = {
  agency: 'EXAMPLE',
  contactPoint: 'liaison@agency.example',
  criminalCode,
  foreignCodes,
  policy,
  commonIdentifiers: [],
  provisions: codeOfProcedure,
  retention,
};
`;

const criminalCode = `import type { Article } from './article.ts';

/** The articles of the Example Agency's code that may be recorded. */
export const criminalCode: readonly Article[] = [
  {
    code: '12',
    title: { be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud' },
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: '2000-01-01',
    confirmed: false,
  },
];
`;

const provisions = `import { measureKinds } from '../enums.ts';
import { articlesOf, type Provision } from './provision.ts';

/** The provisions that a measure of the Example Agency may stand on. */
export const codeOfProcedure: readonly Provision[] = articlesOf('Code of Procedure', { validFrom: '2000-01-01' }, [
  { article: '1', title: { be: 'Меры', ru: 'Меры', en: 'Measures' }, measures: [...measureKinds], confirmed: false },
]);
`;

const readme = `# example

What the Example Agency alone decides or has. \`definition.ts\` names the agency, \`policy.ts\` says who reads what of its dossiers
for which purpose, and \`retention-periods.ts\` says how long it holds values. \`start.ts\` and \`attestor.ts\` run its two processes.

May not live here: anything that another agency would do the same way. Start reading at \`policy.ts\`.
`;

/** Files that are new, by their paths. */
const written: Readonly<Record<string, string>> = {
  'subgraphs/example/README.md': readme,
  'subgraphs/example/definition.ts': definition,
  'subgraphs/example/start.ts': `import { agencies } from '../../terms/agencies.ts';
import { startAgency } from '../agency/start.ts';
import { example } from './definition.ts';

await startAgency(example, agencies.EXAMPLE.port);
`,
  'subgraphs/example/attestor.ts': `import { startAttestor } from '../agency/attestor/start.ts';

await startAttestor('EXAMPLE');
`,
  'terms/criminal-codes/example.ts': criminalCode,
  'terms/codes-of-procedure/example.ts': provisions,
};

/** Lines that are added behind others, by their files. */
const added: readonly (readonly [file: string, behind: string, line: string])[] = [
  ['schema/mandate.graphql', '  RUSSIA\n', '  "The third owner of records, which tests add."\n  EXAMPLE\n'],
  ['terms/regions.ts', 'const regionsOf = {\n', "  EXAMPLE: ['KZ-71', 'KZ-75'],\n"],
  [
    'terms/agencies.ts',
    "  RUSSIA: { idPrefix: 'RU', port: 4002 },\n",
    "  EXAMPLE: { idPrefix: 'EX', port: 4004 },\n",
  ],
  [
    'terms/criminal-codes/criminal-codes.ts',
    "from './belarus.ts';\n",
    "import { criminalCode as example } from './example.ts';\n",
  ],
  ['terms/criminal-codes/criminal-codes.ts', 'RUSSIA: russia', ', EXAMPLE: example'],
  [
    'commands/running/definitions.ts',
    "from '../../subgraphs/belarus/definition.ts';\n",
    "import { example } from '../../subgraphs/example/definition.ts';\n",
  ],
  ['commands/running/definitions.ts', 'RUSSIA: russia', ', EXAMPLE: example'],
  [
    'terms/titles/access.ts',
    "    RUSSIA: { be: 'Расія', ru: 'Россия', en: 'Russia' },\n",
    "    EXAMPLE: { be: 'Прыклад', ru: 'Пример', en: 'Example' },\n",
  ],
];

/** Adds a third agency to a copy of the project, all but what is generated. */
export function addExampleAgency(copy: string): void {
  mkdirSync(join(copy, 'subgraphs', 'example'));
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  for (const file of ['policy.ts', 'retention-periods.ts']) {
    cpSync(join(copy, 'subgraphs/russia', file), join(copy, 'subgraphs/example', file));
    replaceIn(join(copy, 'subgraphs/example', file), [
      [/Russia/g, 'the Example Agency'],
      [/ \* order\.[^*]*\n \*\n/, ' * order.\n *\n'],
    ]);
  }
  for (const [file, behind, line] of added) replaceIn(join(copy, file), [[behind, behind + line]]);
}

function replaceIn(path: string, changes: readonly (readonly [string | RegExp, string])[]): void {
  const before = readFileSync(path, 'utf8');
  const after = changes.reduce((text, [from, to]) => text.replace(from, () => to), before);
  if (after === before) throw new Error(`${path} has changed: nothing was added to it`);
  writeFileSync(path, after);
}
