import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../terms/enums.ts';
import { everyAction } from '../../../support/coordinates/actions.ts';
import { refusedInput } from '../../../support/end-to-end/refused-input.ts';
import { rolesOfMutation } from '../../../support/policy/actions.ts';
import { projectFile, schemaOf } from '../../../support/schema-files.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

/**
 * Each action, by what another agency has of it. GIVES: it is given or told something, or will be once others have agreed. TAKES_BACK: it is
 * told at most that something is over. HOME: it is told nothing by the step. An action that is not here fails the first test below.
 */
const reach: Readonly<Record<string, 'GIVES' | 'TAKES_BACK' | 'HOME'>> = {
  proposeRelease: 'GIVES',
  grantRelease: 'GIVES',
  recallRelease: 'TAKES_BACK',
  proposeShareable: 'GIVES',
  countersignShareable: 'GIVES',
  turnDownShareable: 'TAKES_BACK',
  countersignValues: 'GIVES',
  countersignGroup: 'GIVES',
  proposeLink: 'GIVES',
  countersignLink: 'GIVES',
  withdrawLink: 'TAKES_BACK',
  draftRequest: 'GIVES',
  authoriseRequest: 'GIVES',
  clarifyRequest: 'GIVES',
  questionForm: 'GIVES',
  questionRequest: 'GIVES',
  countersignWords: 'GIVES',
  extendRequest: 'GIVES',
  proposeAnswer: 'GIVES',
  decideAnswer: 'GIVES',
  withdrawRequest: 'TAKES_BACK',
  closeRequest: 'HOME',
  takeUpRequest: 'HOME',
  assignRequest: 'HOME',
  acceptRequest: 'HOME',
  signFirstLoad: 'GIVES',
  acknowledgeAlert: 'HOME',
  actOnAlert: 'HOME',
  dismissAlert: 'TAKES_BACK',
  callWidelyShared: 'TAKES_BACK',
  suspendOfficer: 'TAKES_BACK',
  reinstateOfficer: 'TAKES_BACK',
  recordDossier: 'HOME',
  amendDossier: 'HOME',
  contestValue: 'TAKES_BACK',
  uncontestValue: 'HOME',
  setRetention: 'HOME',
  planMeasure: 'HOME',
  authoriseMeasure: 'HOME',
  startMeasure: 'HOME',
  finishMeasure: 'HOME',
  cancelMeasure: 'HOME',
  liftMeasure: 'HOME',
  countersignRemoval: 'TAKES_BACK',
  takeBackRemoval: 'HOME',
  removeByOrder: 'TAKES_BACK',
  changeHandlingCode: 'HOME',
  closeDossier: 'HOME',
  addCase: 'HOME',
  recordGroup: 'HOME',
  amendGroup: 'HOME',
  tryMessageAgain: 'HOME',
  dismissMessage: 'HOME',
  setDeputy: 'HOME',
  endDeputy: 'HOME',
};

const schema = schemaOf(projectFile('schema/built/api.graphql'));
const all = everyAction(schema);

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus);
});

test('each action of each agency is known to give another agency something, or not to', () => {
  expect(all.map(({ namespace }) => namespace).sort()).toEqual(['belarus', 'russia']);
  for (const { actions } of all)
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(reach).sort());
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
    expect(await codesUnder('NATIONAL_LAW')).toEqual(reach[action] === 'GIVES' ? ['MANDATE_INVALID'] : []);
    expect(await codesUnder('COOPERATION_AGREEMENT')).toEqual([]);
    // To turn down, and to take back, gives nothing.
    if ('approves' in input) expect(await codesUnder('NATIONAL_LAW', false)).toEqual([]);
  },
);
