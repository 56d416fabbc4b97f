import type { Receipt } from '../support/end-to-end/callers.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { openShell } from '../support/end-to-end/shell.ts';
import type { AgencyName } from '../support/end-to-end/tokens.ts';
import { type Printed, printedBlocks } from '../support/printed.ts';
import { codesIn, headUnder, tableUnder } from '../support/tables.ts';

const { as, gateway, dataDirectory } = sharedStack();

const cases: Record<AgencyName, string> = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' };

/** Fields whose values differ from run to run. */
const itsOwn = ['reference', 'until', 'requestId'];
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner) =>
    itsOwn.includes(key) && typeof inner === 'string' ? `the ${key}` : inner,
  );

/** Each block of a language, with the one that is printed below it. */
const pairsIn = (page: string, language: string): { asked: Printed; answer: Printed }[] => {
  const blocks = printedBlocks(page);
  return blocks.flatMap((asked, index) => {
    const answer = blocks[index + 1];
    return asked.language === language && answer?.language === 'json' ? [{ asked, answer }] : [];
  });
};

describe('the first query of the README', () => {
  const shell = openShell({ DATA_DIR: dataDirectory });
  afterAll(() => shell.end());

  test('answers what is printed below it', async () => {
    const [first] = pairsIn('README.md', 'sh');
    const lines = first?.asked.code.replaceAll('http://localhost:4000', gateway) ?? '';
    expect(JSON.parse(await shell.paste(lines))).toEqual(JSON.parse(first?.answer.code ?? ''));
  });
});

/** A page says behind `graphql` who asks: agency and role, to investigate. */
describe.each([
  'docs/analyst.md',
  'docs/front-end-developer.md',
  'docs/partner-developer.md',
  'docs/permissions.md',
])('the queries of %s', (page) => {
  const pairs = pairsIn(page, 'graphql').filter(({ asked }) => asked.about);

  test('answer what is printed below them', async () => {
    expect(pairs.length).toBeGreaterThan(0);
    for (const { asked, answer } of pairs) {
      const [agency, role = ''] = asked.about.split(' ') as [AgencyName, string];
      const { body } = await as(agency, role).for('INVESTIGATION', cases[agency]).query(asked.code);
      expect(comparable(body)).toEqual(comparable(JSON.parse(answer.code)));
    }
  });
});

describe('the table of four viewers', () => {
  const heading = 'One person, four viewers';
  type Half = Record<string, Record<string, unknown>[] | null> | null;
  const query = printedBlocks('README.md').find(({ code }) => code.startsWith('query Four'))?.code ?? '';
  const fields = ['names', 'contacts', 'instruments', 'infrastructure', 'roles', 'harms'];
  const owners = { belarus: 'Belarus', russia: 'Russia' } as const;

  /** A field as the table shows it: the first value and how many more, or the reason why there is none. */
  function cellOf(half: Half, owner: AgencyName, field: string, receipts: readonly Receipt[]): string {
    const values = half?.[field];
    if (!values) {
      const coordinate = `${owners[owner]}Dossier.${field}`;
      return `∅ \`${receipts.find((receipt) => receipt.coordinate === coordinate)?.reason}\``;
    }
    const [first = {}] = values.map((value) =>
      Object.entries(value).map(([name, one]) => (name === 'victims' ? `${one} victims` : `${one}`)),
    );
    return values.length > 1 ? `${first} +${values.length - 1}` : `${first}`;
  }

  async function columnOf(agency: AgencyName, role: string, purpose: string, inCase?: string) {
    const { body } = await as(agency, role)
      .for(purpose, inCase)
      .query<{ suspect: Record<AgencyName, Half> }>(query, { id: linked.belarus });
    const receipts = body.extensions?.redactions ?? [];
    return (['belarus', 'russia'] as const).flatMap((owner) =>
      fields.map((field) => cellOf(body.data?.suspect[owner] ?? null, owner, field, receipts)),
    );
  }

  test('is what each of them is answered', async () => {
    const rows = tableUnder('README.md', heading);
    const columns = await Promise.all(
      headUnder('README.md', heading)
        .slice(1)
        .map((viewer) => {
          const [who = '', purpose = '', inCase] = viewer.split(', ');
          const [role = '', agency = ''] = who.toLowerCase().split(' of ');
          return columnOf(agency as AgencyName, role, purpose, inCase);
        }),
    );
    expect(rows).toHaveLength(2 * fields.length);
    rows.forEach(([label = '', ...cells], index) => {
      expect(label).toContain(fields[index % fields.length]);
      expect(cells).toEqual(columns.map((column) => column[index]));
    });
    expect(codesIn(rows.flat().join(' '))).toContain('RELEASE_RECALLED');
  });
});
