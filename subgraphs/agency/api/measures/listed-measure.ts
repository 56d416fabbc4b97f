import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { type MeasureOfDossier, ofDossier } from '../../records/measures/measure-of-dossier.ts';
import { isOpen } from '../../records/measures/measure-transition.ts';
import type { Measure } from '../../records/values/measures.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import type { RecordRule, RecordRules } from '../execution/record-rules.ts';
import { checkOf } from './measure-check-resolvers.ts';

/** A measure outside its dossier: in a list, or where it waits for somebody. */
export interface ListedMeasure {
  /** The part of its dossier that was read, on which it is decided who may see it. */
  part: DossierPart;
  measure: Measure;
}

/** The measure, with the part of its dossier; undefined where it is no more, or is not for this officer. */
export async function listedMeasure(
  { dossier, of }: { dossier: string; of: string },
  { dossiers, loaders, permissions }: RequestContext,
): Promise<ListedMeasure | undefined> {
  const part = await loaders.found.load({ id: dossier, fields: ['measures'] });
  const measure = part?.measures?.find(({ id }) => id === of);
  if (!part || !measure) return undefined;
  if (permissions.decide(isOpen(measure) ? 'TACTICAL' : 'CASE', part) !== 'ALLOW') return undefined;
  dossiers.told(part);
  return { part, measure };
}

/** What the comparison of a measure says, it says of another agency's plans too, whatever has become of the measure. */
const readsPlans =
  (coordinate: string): RecordRule =>
  (source, _arguments, { permissions }) => {
    const { dossier } = source as MeasureOfDossier;
    const ruling = permissions.decide('TACTICAL', dossier);
    if (ruling === 'ALLOW') return true;
    permissions.withheld.note({ coordinate, class: 'TACTICAL' }, ruling, dossier._id);
    return false;
  };

/** A measure outside its dossier is for those who may read it there. */
export const measureRules: RecordRules = {
  'Measure.check': readsPlans('Measure.check'),
  'Measure.comparesSecret': readsPlans('Measure.comparesSecret'),
  'ListedMeasure.planned': (source, _arguments, { permissions }) =>
    permissions.decide('TACTICAL', (source as ListedMeasure).part) === 'ALLOW',
  'ListedMeasure.taken': (source, _arguments, { permissions }) =>
    permissions.decide('CASE', (source as ListedMeasure).part) === 'ALLOW',
};

const ofMeasure = {
  check: (measure: MeasureOfDossier, _arguments: unknown, context: RequestContext) =>
    checkOf(measure, context),
  comparesSecret: ({ comparesSecret }: Measure) => comparesSecret ?? false,
  isUnauthorised: ({ isUnauthorised }: Measure) => isUnauthorised ?? false,
};

/** The fields of measures, in their dossiers and outside of them. */
export const measureFields: Resolvers<RequestContext> = {
  Measure: ofMeasure,
  PlannedMeasure: ofMeasure,
  ListedMeasure: {
    id: ({ part, measure }: ListedMeasure) => `${part._id} ${measure.id}`,
    dossier: (
      { part }: ListedMeasure,
      _arguments: unknown,
      { loaders }: RequestContext,
      info: GraphQLResolveInfo,
    ) => loaders.dossier.load({ id: part._id, fields: dossierFieldsAsked(info) }),
    planned: ({ part, measure }: ListedMeasure) => (isOpen(measure) ? ofDossier(part, [measure])[0] : null),
    taken: ({ part, measure }: ListedMeasure) => (isOpen(measure) ? null : ofDossier(part, [measure])[0]),
  },
};
