import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSubgraphs } from '../../../schema/compose/compose.ts';
import { builtSdl } from '../../support/schema-files.ts';

/** The subgraphs, with something changed in the agencies'. */
const services = (change: (sdl: string) => string = (sdl) => sdl) =>
  ['belarus', 'crossborder', 'russia'].map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(name === 'crossborder' ? builtSdl(name) : change(builtSdl(name))),
  }));

/** Each agency's result of a group has one more member, `StaleVersion` is no refusal, and a grant takes no version. */
const spoiled = (sdl: string) =>
  `${sdl
    .replace(/^union GroupResult = /m, '$&TooLate | ')
    .replace('type StaleVersion implements Refusal', 'type StaleVersion')
    .replace(/input GrantReleaseInput @access\(class: OPEN\) \{[^}]*\}/, (input) =>
      input.replace('version: Int!', 'reread: Int!'),
    )}
  type TooLate @shareable @access(class: OPEN) { since: String! }`;

test('subgraphs are composed whose actions answer with their success or a refusal', () => {
  expect(composeSubgraphs(services()).api.getType('Refusal')).toBeDefined();
});

test('and refused, by each action whose answer is neither, or that takes no version', () => {
  let refusal = '';
  try {
    composeSubgraphs(services(spoiled));
  } catch (error) {
    refusal = (error as Error).message;
  }
  expect(refusal.split('\n')).toEqual(
    expect.arrayContaining([
      'BelarusMutation.amendDossier has more than one success in its result (BelarusRecordedDossier, StaleVersion): all but one must implement Refusal',
      'RussiaMutation.countersignGroup has more than one success in its result (TooLate, RecordedGroup, StaleVersion): all but one must implement Refusal',
      'RussiaMutation.grantRelease takes no version: give its input `version: Int!`, or say in its description why it takes no version',
    ]),
  );
});
