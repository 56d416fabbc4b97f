import { Supergraph } from '@apollo/federation-internals';
import { type OperationDefinitionNode, parse, specifiedRules, validate } from 'graphql';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';
import { fieldsAsked } from '../../../gateway/limits/cost-rule.ts';
import { createEstimator } from '../../../gateway/limits/estimate.ts';
import { limitRules, operationLimits } from '../../../gateway/limits/operation-limits.ts';
import { fullSelection } from '../../support/full-selection.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const supergraph = schemaOf(supergraphSdl());
const rules = limitRules(createEstimator(supergraph), supergraph);
const api = Supergraph.build(supergraphSdl()).apiSchema().toGraphQLJSSchema();

/** Fields that lead to other dossiers, to what was done, and to who has read. */
const paged = ['dossiers', 'members', 'history', 'reads', 'candidates'];

const refusals = (text: string): string[] =>
  validate(api, parse(text, { maxTokens: operationLimits.tokens }), [...specifiedRules, ...rules]).map(
    ({ message }) => message,
  );

function costOf(text: string): number {
  const document = parse(text);
  return fieldsAsked(document.definitions[0] as OperationDefinitionNode, ofDocument(api, document));
}

const halvesWithout = (...leaveOut: string[]) =>
  `{ id belarus ${fullSelection(api, 'BelarusDossier', leaveOut)} russia ${fullSelection(api, 'RussiaDossier', leaveOut)} }`;
const halves = halvesWithout(...paged);

describe('well within the limits', () => {
  test('is everything that both agencies have on one suspect', () => {
    expect(halves).toContain('provenance { sourceReliability');
    const profile = `{ suspect(id: "BY-0000000000") ${halvesWithout('candidates')} }`;
    expect(refusals(profile)).toEqual([]);
    // In each half the dossiers of two kinds of things and of a group are told twice, as edges and nodes, 20 each, with 50 names.
    const ofOthers = 2 * 3 * 20 * 2 * 50;
    expect(costOf(profile)).toBeGreaterThan(ofOthers);
    expect(costOf(profile)).toBeLessThan(operationLimits.cost);
  });

  test('is a page of 50 dossiers with all values of both halves', () => {
    const page = `{ belarus { dossiers(first: 50) { nodes { suspect ${halves} } } } }`;
    expect(refusals(page)).toEqual([]);
    // Each of the 50 costs its halves' fields, every list once: less than 880, with which the page would be too large.
    const ofOne = (costOf(page) - 2) / 50;
    expect(ofOne).toBeGreaterThan(500);
    expect(ofOne).toBeLessThan(operationLimits.cost / 50);
  });
});

describe('beyond the limits', () => {
  test('is a page of a thousand with everything', () => {
    expect(refusals(`{ belarus { dossiers(first: 1000) { nodes { suspect ${halves} } } } }`)).toEqual([
      expect.stringMatching(/^The query can ask for/),
    ]);
  });

  test('is a page of dossiers with all that surrounds those around each of them', () => {
    const around = 'infrastructure { node { dossiers(first: 20) { nodes { infrastructure { value } } } } }';
    // 11 x (nodes, suspect, belarus, infrastructure, node, dossiers, 20 x (nodes, infrastructure and 200 values)) = 44,506
    const page = (first: number) =>
      `{ belarus { dossiers(first: ${first}) { nodes { suspect { belarus { ${around} } } } } } }`;
    expect(refusals(page(8))).toEqual([]);
    expect(refusals(page(11))).toEqual([expect.stringMatching(/^The query can ask for 445\d\d fields/)]);
  });

  test('is a second search', () => {
    const search = (name: string) =>
      `${name}: searchSuspects(criteria: { surname: "Ivanou" }) { nodes { suspect { id } } }`;
    expect(refusals(`{ ${search('one')} }`)).toEqual([]);
    expect(refusals(`{ ${search('one')} ${search('two')} }`)).toEqual([
      expect.stringMatching(/^An operation may search once/),
    ]);
  });
});
