import { Supergraph } from '@apollo/federation-internals';
import { parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
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

const halvesWithout = (...leaveOut: string[]) =>
  `{ id belarus ${fullSelection(api, 'BelarusDossier', leaveOut)} russia ${fullSelection(api, 'RussiaDossier', leaveOut)} }`;
const halves = halvesWithout(...paged);

describe('well within the limits', () => {
  test('is everything that both agencies have on one suspect', () => {
    expect(halves).toContain('provenance { sourceReliability');
    expect(refusals(`{ suspect(id: "BY-0000000000") ${halvesWithout('candidates')} }`)).toEqual([]);
  });

  test('is a page of 50 dossiers with all values of both halves', () => {
    expect(refusals(`{ belarus { dossiers(first: 50) { nodes { suspect ${halves} } } } }`)).toEqual([]);
  });
});

describe('beyond the limits', () => {
  test('is a page of a thousand with everything', () => {
    expect(refusals(`{ belarus { dossiers(first: 1000) { nodes { suspect ${halves} } } } }`)).toEqual([
      expect.stringMatching(/^The query can ask for/),
    ]);
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
