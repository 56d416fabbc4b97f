import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { budgetScopes } from '../../subgraphs/agency/records/budgets/budget-record.ts';
import { linkDecisions, linkStates, linkVerdicts } from '../../subgraphs/agency/records/dossier/link.ts';
import { releaseStates } from '../../subgraphs/agency/records/dossier/release.ts';
import { groupKinds } from '../../subgraphs/agency/records/group/group-record.ts';
import { handlingCodes } from '../../subgraphs/agency/records/handling-code.ts';
import { historyActions } from '../../subgraphs/agency/records/history/history-entry.ts';
import { noticeKinds } from '../../subgraphs/agency/records/notices/notice-messages.ts';
import { noticeDirections } from '../../subgraphs/agency/records/notices/notice-record.ts';
import * as conduct from '../../subgraphs/agency/records/values/conduct.ts';
import { contactKinds } from '../../subgraphs/agency/records/values/contacts.ts';
import { checksums, documentKinds } from '../../subgraphs/agency/records/values/documents.ts';
import { infrastructureKinds } from '../../subgraphs/agency/records/values/infrastructure.ts';
import { instrumentKinds, walletChains } from '../../subgraphs/agency/records/values/instruments.ts';
import { nameKinds, nameScripts } from '../../subgraphs/agency/records/values/names.ts';
import { sexes } from '../../subgraphs/agency/records/values/person.ts';
import { sourceReliabilities } from '../../subgraphs/agency/records/values/value.ts';
import { searchOutcomes } from '../../subgraphs/crossborder/search/outcome.ts';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { measureKinds } from '../../terms/codes-of-procedure/measure-kind.ts';
import { comparabilities } from '../../terms/criminal-codes/crosswalk.ts';
import { bandNames, evidenceKinds, outcomes } from '../../terms/evidence.ts';
import { decidedClasses, informationClasses } from '../../terms/information-class.ts';
import { legalBases, purposes } from '../../terms/mandate.ts';
import { roles } from '../../terms/viewer.ts';
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
  ['InformationClass', decidedClasses],
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
