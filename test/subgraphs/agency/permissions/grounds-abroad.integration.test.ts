import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../terms/enums.ts';
import { everyAction } from '../../../support/coordinates/actions.ts';
import { refusedInput } from '../../../support/end-to-end/refused-input.ts';
import { reachOfMutation, rolesOfMutation } from '../../../support/policy/actions.ts';
import { projectFile, schemaOf } from '../../../support/schema-files.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const schema = schemaOf(projectFile('schema/built/api.graphql'));
const all = everyAction(schema);

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus);
});

test('each action of each agency is known to give another agency something, or not to', () => {
  expect(all.map(({ namespace }) => namespace).sort()).toEqual(['belarus', 'russia']);
  for (const { actions } of all)
    expect(actions.map(({ name }) => name).sort()).toEqual([...reachOfMutation.keys()].sort());
});

const own = all.find(({ namespace }) => namespace === 'belarus')?.actions ?? [];

test.each(own.map(({ name }) => name))(
  '%s needs another ground than national law if it gives something',
  async (action) => {
    const [argument] = own.find(({ name }) => name === action)?.args ?? [];
    if (!argument) throw new Error(`${action} takes nothing`);
    const { type } = argument;
    const role = rolesOfMutation.get(action)?.[0] as Role;
    const input = refusedInput(type) as Record<string, unknown>;
    const codesUnder = async (basis: 'NATIONAL_LAW' | 'COOPERATION_AGREEMENT', approves = true) => {
      const { codes } = await agency
        .as('BELARUS', role)
        .under(basis)
        .run(`mutation ($input: ${type}) { belarus { ${action}(input: $input) { __typename } } }`, {
          input: { ...input, ...('approves' in input && { approves }) },
        });
      return codes;
    };
    expect(await codesUnder('NATIONAL_LAW')).toEqual(
      reachOfMutation.get(action) === 'GIVES' ? ['MANDATE_INVALID'] : [],
    );
    expect(await codesUnder('COOPERATION_AGREEMENT')).toEqual([]);
    // To turn down, and to take back, gives nothing.
    if ('approves' in input) expect(await codesUnder('NATIONAL_LAW', false)).toEqual([]);
  },
);
