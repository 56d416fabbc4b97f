import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { RequestContext } from '../context/request-context.ts';
import { sharingResolver } from './sharing-resolver.ts';

interface Node {
  id: string;
}

const toNode = ({ node }: { node: string }): Node => ({ id: node });
const idOf = ({ id }: Node) => id;
const dossier = (found: DossierPart) => found;

/**
 * Resolvers for things that several dossiers share: from each dossier to the thing, and from the thing back to all of
 * them.
 */
export const infrastructureResolvers: Resolvers<RequestContext> = {
  PaymentInstrument: { node: toNode },
  Infrastructure: { node: toNode },
  InstrumentNode: { dossiers: sharingResolver('instruments.node', idOf, dossier) },
  InfrastructureNode: { dossiers: sharingResolver('infrastructure.node', idOf, dossier) },
};
