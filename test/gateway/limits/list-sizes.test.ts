import { getNamedType, getNullableType, isInterfaceType, isLeafType, isListType } from 'graphql';
import { listSizes } from '../../../gateway/limits/list-sizes.ts';
import { mostToldOnly } from '../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { mostAnswered } from '../../../subgraphs/agency/records/dossier/links/link-steps.ts';
import { mostKept } from '../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import { mostValues, singleFields } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());

test('each list of a dossier that is no page has a size', () => {
  const dossier = schema.getType('Dossier');
  if (!isInterfaceType(dossier)) throw new Error('no interface of dossiers');
  const types = [dossier, ...schema.getImplementations(dossier).objects];
  const lists = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: of }) => isListType(getNullableType(of)) && !isLeafType(getNamedType(of)))
      .map(({ name }) => name),
  );
  expect([...new Set(lists)].sort()).toEqual(Object.keys(listSizes).sort());
});

test('each size is the most that an agency takes', () => {
  const values = Object.values(mostValues).reduce((sum, most) => sum + most, 0);
  expect(listSizes).toEqual({
    ...mostValues,
    plannedMeasures: mostValues.measures,
    releases: mostKept,
    links: mostAnswered + mostToldOnly,
    candidates: 20,
    waiting: values + singleFields.length,
    removals: values + singleFields.length,
  });
});
