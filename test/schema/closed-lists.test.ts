import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { measureKinds } from '../../codes-of-procedure/measure-kind.ts';
import { comparabilities } from '../../criminal-codes/crosswalk.ts';
import { agencyNames, subgraphOf } from '../../identity/agencies.ts';
import { legalBases, purposes } from '../../identity/mandate.ts';
import { roles } from '../../identity/viewer.ts';
import { informationClasses } from '../../schema/access.ts';
import { bandNames, evidenceKinds, outcomes } from '../../schema/evidence.ts';
import { budgetScopes } from '../../subgraphs/agency/budgets/record.ts';
import { handlingCodes } from '../../subgraphs/agency/dossiers/record.ts';
import * as conduct from '../../subgraphs/agency/dossiers/values/conduct.ts';
import { contactKinds } from '../../subgraphs/agency/dossiers/values/contacts.ts';
import { checksums, documentKinds } from '../../subgraphs/agency/dossiers/values/documents.ts';
import { infrastructureKinds } from '../../subgraphs/agency/dossiers/values/infrastructure.ts';
import { instrumentKinds, walletChains } from '../../subgraphs/agency/dossiers/values/instruments.ts';
import { nameKinds, nameScripts } from '../../subgraphs/agency/dossiers/values/names.ts';
import { sexes } from '../../subgraphs/agency/dossiers/values/person.ts';
import { sourceReliabilities } from '../../subgraphs/agency/dossiers/values/value.ts';
import { groupKinds } from '../../subgraphs/agency/groups/record.ts';
import { historyActions } from '../../subgraphs/agency/history/record.ts';
import { linkDecisions, linkStates, linkVerdicts } from '../../subgraphs/agency/links/record.ts';
import { noticeKinds } from '../../subgraphs/agency/notices/messages.ts';
import { noticeDirections } from '../../subgraphs/agency/notices/record.ts';
import { policyColumns } from '../../subgraphs/agency/permissions/policy.ts';
import { releaseStates } from '../../subgraphs/agency/releases/record.ts';
import { searchOutcomes } from '../../subgraphs/crossborder/search/outcome.ts';
import { agencyParts, builtSdl, enumsIn, projectFile } from '../support/schema-files.ts';

const ofEverySubgraph = new Map<string, readonly string[]>([
  ['access__Class', informationClasses],
  ['Agency', agencyNames],
  ['LegalBasis', legalBases],
  ['Purpose', purposes],
  ['Role', roles],
  ['EvidenceKind', evidenceKinds],
  ['EvidenceOutcome', outcomes],
  ['MatchBand', bandNames],
  ['Sex', sexes],
  ['DocumentKind', documentKinds],
  ['WalletChain', walletChains],
]);
const ofAgencies = new Map<string, readonly string[]>([
  ...ofEverySubgraph,
  ['HandlingCode', handlingCodes],
  ['HistoryAction', historyActions],
  ['NameScript', nameScripts],
  ['NameKind', nameKinds],
  ['Checksum', checksums],
  ['ContactKind', contactKinds],
  ['InstrumentKind', instrumentKinds],
  ['InfrastructureKind', infrastructureKinds],
  ['GroupKind', groupKinds],
  ['GroupRank', conduct.groupRanks],
  ['MeasureKind', measureKinds],
  ['MeasureState', conduct.measureStates],
  ['SourceReliability', sourceReliabilities],
  ['ProceduralStage', conduct.proceduralStages],
  ['RoleKind', conduct.roleKinds],
  ['Comparability', comparabilities],
  ['InformationClass', policyColumns],
  ['ReleaseState', releaseStates],
  ['LinkDecision', linkDecisions],
  ['LinkVerdict', linkVerdicts],
  ['LinkState', linkStates],
  ['NoticeKind', noticeKinds],
  ['BudgetScope', budgetScopes],
  ['NoticeDirection', noticeDirections],
]);

describe.each(agencyNames.map(subgraphOf))('the SDL of %s', (subgraph) => {
  const enums = enumsIn(parse(builtSdl(subgraph)));

  test.each([...ofAgencies])('lists in enum %s what the code lists', (name, members) => {
    expect([...(enums.get(name) ?? [])].sort()).toEqual([...members].sort());
  });

  test('has no enum that the code does not list, but for what is computed', () => {
    expect([...enums.keys()].filter((name) => !ofAgencies.has(name))).toEqual([
      'DatePrecision',
      'FieldVerdict',
    ]);
  });
});

test('the SDL of crossborder lists what every subgraph does and what becomes of a search, and nothing else', () => {
  const enums = enumsIn(parse(builtSdl('crossborder')));
  expect(new Map(enums)).toEqual(new Map([...ofEverySubgraph, ['SearchOutcome', searchOutcomes]]));
});

describe('the agencies', () => {
  test('are those of the enum Agency', () => {
    const declared = [parse(projectFile('schema/mandate.graphql')), ...agencyParts()].map((part) =>
      enumsIn(part).get('Agency'),
    );
    expect(declared.filter((members) => members !== undefined)).toEqual([agencyNames]);
  });

  test('are the subgraphs of rover.yaml, with one more that owns no data', () => {
    const rover = parseYaml(projectFile('rover.yaml')) as { subgraphs: Record<string, unknown> };
    expect(Object.keys(rover.subgraphs).sort()).toEqual(
      [...agencyNames.map(subgraphOf), 'crossborder'].sort(),
    );
  });

  test('have their built SDL where rover.yaml looks for it', () => {
    const rover = parseYaml(projectFile('rover.yaml')) as {
      subgraphs: Record<string, { schema: { file: string } }>;
    };
    for (const [name, { schema }] of Object.entries(rover.subgraphs))
      expect(projectFile(schema.file)).toBe(builtSdl(name));
  });
});
