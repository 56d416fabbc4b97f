import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { agencies } from '../../../../terms/agencies.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
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
export function infrastructureResolvers({ agency }: AgencyDefinition): Resolvers<RequestContext> {
  // Each has the dossiers of its agency alone, and its code is under a key of that agency's.
  const id = (node: Node) => `${agencies[agency].idPrefix}N-${idOf(node)}`;
  return {
    PaymentInstrument: { node: toNode },
    Infrastructure: { node: toNode },
    InstrumentNode: { id, dossiers: sharingResolver('instruments.node', idOf, dossier) },
    InfrastructureNode: { id, dossiers: sharingResolver('infrastructure.node', idOf, dossier) },
  };
}
