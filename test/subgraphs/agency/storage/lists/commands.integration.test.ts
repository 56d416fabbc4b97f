import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { mongo } from 'mongoose';
import { agencySchema } from '../../../../../subgraphs/agency/api/agency-schema.ts';
import { storedEntry } from '../../../../../subgraphs/agency/records/history/history-entry.ts';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { knownToOne, unlinkedPerson } from '../../../../../workshop/demo-data/known/demo-ids.ts';
import { fillWaiting } from '../../../../support/agency/fill-waiting.ts';
import { fillIndicators, indicatorKeys, nameAt } from '../../../../support/agency/many-indicators.ts';
import { fillExchange } from '../../../../support/agency/many-messages.ts';
import { fillOperations } from '../../../../support/agency/many-operations.ts';
import { fillRequests } from '../../../../support/agency/many-requests.ts';
import { fullSelection } from '../../../../support/full-selection.ts';
import { harnessName } from '../../../../support/queries/profile.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Command } from '../../../../support/world/commands.ts';

const schema = agencySchema(belarus);

type Field = GraphQLField<unknown, unknown>;

/** The page of a list, or the list itself, has objects that resolvers make. */
const isList = ({ type }: Field): boolean =>
  isListType(getNullableType(type))
    ? isObjectType(getNamedType(type))
    : getNamedType(type).name.endsWith('Connection');

/** What a list must be given beside the number of its elements. */
const given: Record<string, string> = {
  requests: 'box: RECEIVED',
  erasedHistory: 'dossier: "BY-ERASED000000"',
};

const query = schema.getType('BelarusQuery');
const roots = isObjectType(query) ? Object.values(query.getFields()).filter(isList) : [];
const pages = roots.filter(({ args }) => args.some(({ name }) => name === 'first'));

const kindOf = (command: Command): string => {
  const [name = ''] = Object.keys(command);
  return `${name} ${command[name]}`;
};

/** The list that is read in rounds, ten at most, since it leaves out what nobody may be shown any more. */
const inRounds = 'waiting';

/**
 * The kinds of command that are sent much oftener for many elements than for few. Of a list that is read in rounds, six times as many
 * elements may take twice the rounds.
 */
function grown(list: string, small: readonly string[], large: readonly string[]): string[] {
  const times = (kinds: readonly string[], kind: string) => kinds.filter((each) => each === kind).length;
  const rounds = list === inRounds ? 2 : 1;
  return [...new Set(large)]
    .filter((kind) => times(large, kind) > rounds * times(small, kind) + fewMore)
    .map((kind) => `${kind}: ${times(small, kind)}, ${times(large, kind)}`);
}

/** The lists of all that the agency's root leads to, by their coordinates. */
function listsOfSchema(): string[] {
  const known = new Set<string>();
  const found: string[] = [];
  const walk = (name: string) => {
    const type = schema.getType(name);
    if (!type || known.has(name)) return;
    known.add(name);
    if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) walk(each.name);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      if (isList(field)) found.push(`${name}.${field.name}`);
      walk(getNamedType(field.type).name);
    }
  };
  walk('BelarusQuery');
  return found;
}

const documentOf = ({ name, type }: Field, first: number): string => {
  const more = given[name] ? `, ${given[name]}` : '';
  return `{ belarus { list: ${name}(first: ${first}${more}) ${fullSelection(schema, getNamedType(type).name)} } }`;
};

/** The lists that are asked for with the elements of a list, itself among them. */
function listsIn(document: string): string[] {
  const types = new TypeInfo(schema);
  const found: string[] = [];
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field() {
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        if (parent && field && isList(field)) found.push(`${parent.name}.${field.name}`);
      },
    }),
  );
  return found;
}

/**
 * Lists that no page leads to. They have an element for each agency, article, deputy, state or day, or are of one object; their elements
 * look nothing up.
 */
const ofNoPage = [
  'BelarusQuery.indicatorExchange',
  'IndicatorExchange.runs',
  'IndicatorExchange.runsThere',
  'IndicatorExchange.fullDays',
  'FullDay.officers',
  'FirstLoad.replaced',
  'BelarusQuery.alertFigures',
  'BelarusQuery.channel',
  'ChannelPeer.parked',
  'ParkedMessageConnection.edges',
  'ParkedMessageConnection.nodes',
  'BelarusQuery.deputies',
  'BelarusQuery.measureExchange',
  'MeasureExchange.series',
  'MeasureExchange.seriesThere',
  'MeasureExchange.overrides',
  'MeasureFigures.urgent',
  'BelarusQuery.operationFigures',
  'BelarusQuery.operationQuarters',
  'OperationQuarter.seized',
  'OperationQuarter.returned',
  'BelarusQuery.articles',
  'BelarusQuery.provisions',
  'ReaderCounts.readers',
  'BelarusQuery.requestFigures',
  'RequestFigures.ends',
  'RequestFigures.grounds',
];

/** Together they may list everything; an OVERSEER has no other role. */
const readers: readonly Role[][] = [['INVESTIGATOR', 'SUPERVISOR', 'LIAISON'], ['OVERSEER']];
const [few, many] = [4, 24];
/** Levels that few elements do not reach and many do. */
const fewMore = 3;

describe('each list', () => {
  let agency: AgencyInProcess;
  let client: mongo.MongoClient;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 60, indicatorKeys });
    client = await mongo.MongoClient.connect(agency.uri, { appName: harnessName });
    const db = client.db();
    const ids = (await agency.models.dossiers.find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(
      ({ _id }) => _id,
    );
    await fillExchange(db, ids, 200);
    await fillRequests(db, { read: knownToOne, granted: unlinkedPerson.BELARUS, due: ids[35] ?? '' }, 200);
    await fillOperations(db, { dossier: knownToOne, of: 'VPLANNED00001' }, 200);
    await fillIndicators(db, 200);
    await fillWaiting(db, ids);
    const numbers = Array.from({ length: 2 * many }, (_none, number) => number);
    // Widely shared values that somebody still holds, and officers of the other agency who have asked for something today.
    await db.collection<SightingRecord>('sightings').insertMany(
      numbers.map((number) => ({
        _id: `BY-SHARED ${nameAt(number)}`,
        dossier: 'BY-SHARED',
        indicator: nameAt(number),
        kind: 'PHONE',
        value: `+3752900${String(number).padStart(5, '0')}`,
        cases: [],
        at: new Date(),
        isImported: true,
      })),
    );
    const [line] = await agency.models.history.find().limit(1).lean();
    if (!line) throw new Error('no dossier has a history');
    await agency.models.history.insertMany(
      numbers.map((number) =>
        storedEntry('BY-ERASED000000', { ...line, version: number + 1, keptUntil: new Date('2099-01-01') }),
      ),
    );
    for (const number of numbers)
      await agency.run(
        '{ belarus { releasedDossiers(first: 1) { nodes { id } } } }',
        {},
        {
          agency: 'RUSSIA',
          subject: `spending-${number}`,
        },
      );
  });
  afterAll(async () => {
    await client.close();
    await agency.stop();
  });

  /** The commands that a page costs, and its elements. What comes of one command in several parts is one. */
  async function costOf(list: Field, first: number, roles: Role[]) {
    const subject = `counting-${list.name}`;
    const { result, finds } = await agency.run(documentOf(list, first), {}, { roles, subject });
    expect(result.errors).toBeUndefined();
    const { belarus: own } = (result.data ?? {}) as { belarus?: { list?: { nodes: unknown[] } | null } };
    return {
      elements: own?.list?.nodes.length ?? 0,
      commands: finds.filter(({ getMore }) => getMore === undefined).map(kindOf),
    };
  }

  test.each(pages)(
    'costs as many commands of the database with many elements as with few: $name',
    async (list) => {
      for (const roles of readers) {
        const [small, large] = [
          await costOf(list, few, roles),
          await costOf(list, list.name === inRounds ? many / 2 : many, roles),
        ];
        if (large.elements <= few) continue;
        expect(grown(list.name, small.commands, large.commands)).toEqual([]);
        return;
      }
      throw new Error(`no officer is shown more than ${few} of ${list.name}`);
    },
  );

  test('of the schema is one of these, or among what their elements have', () => {
    const asked = new Set(pages.flatMap((list) => listsIn(documentOf(list, few))));
    expect(listsOfSchema().filter((coordinate) => !asked.has(coordinate))).toEqual(ofNoPage);
  });
});
