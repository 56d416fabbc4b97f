import { type Connection, type Model, Schema } from 'mongoose';
import { agencyNames } from '../../../../terms/agencies.ts';
import { handlingCodes } from '../../../../terms/enums.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { isListField, kindOf, valueFields, valueKinds } from '../../records/values/value-kinds.ts';
import { oneOf, storedIn } from './stored-in.ts';
import { storedLink } from './stored-link.ts';
import { storedMatch } from './stored-match-schema.ts';
import { storedMessage } from './stored-message.ts';
import { storedRelease } from './stored-release.ts';
import { storedShareable } from './stored-shareable.ts';
import { storedValue } from './stored-value.ts';

const storedValues = Object.fromEntries(
  valueFields.map((field) => {
    const stored = storedValue(kindOf(field));
    return [field, isListField(field) ? [stored] : stored];
  }),
);

const dossierSchema = new Schema<DossierRecord>(
  {
    _id: { type: String, required: true },
    agency: oneOf(agencyNames),
    handlingCode: oneOf(handlingCodes),
    cases: [{ type: String, required: true }],
    links: [storedLink],
    // Absent, not empty, where there is none: the index below holds only those that are there.
    samePersonAs: { type: [String], default: undefined },
    releases: [storedRelease],
    shareable: storedShareable,
    // As above.
    pending: { type: [storedMessage], default: undefined },
    ...storedValues,
    status: { type: storedValue(valueKinds.status), required: true },
    version: { type: Number, required: true },
    noted: Number,
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    nextErasure: { type: Date, required: true },
    heldUntil: Date,
    match: storedMatch,
    recordedWith: { type: String, required: true },
  },
  storedIn('dossiers'),
);

// The same request, sent twice at once, records one dossier: the second insert fails here.
dossierSchema.index({ recordedWith: 1 }, { unique: true, name: 'recorded_with' });
// From another agency's dossier to the one of the same person: there is one at most.
dossierSchema.index({ samePersonAs: 1 }, { unique: true, sparse: true, name: 'same_person_as' });
// The dossiers that were released to an agency, in the order of their ids.
dossierSchema.index({ 'releases.to': 1, _id: 1 }, { name: 'released_to' });
// Messages that wait for their numbers, oldest first.
dossierSchema.index({ 'pending.id': 1 }, { sparse: true, name: 'pending' });
// From a hit that another agency has named to its dossier, and what comes to its end by itself.
dossierSchema.index({ 'links.knownAs': 1 }, { sparse: true, name: 'link_known_as' });
// From another agency's dossier that is no more to those that are linked with it.
dossierSchema.index({ 'links.dossier': 1 }, { sparse: true, name: 'link_dossier' });
dossierSchema.index({ 'links.lapsesAt': 1 }, { sparse: true, name: 'link_lapses' });
dossierSchema.index({ 'releases.endUntold': 1 }, { sparse: true, name: 'release_end_untold' });
// Those whose names of shared things are under another key than the present one.
dossierSchema.index({ 'match.nodes': 1, _id: 1 }, { name: 'match_nodes' });
// From a shared thing, or a group, to its dossiers in the order of their ids.
dossierSchema.index({ 'instruments.node': 1, _id: 1 }, { name: 'instrument_node' });
dossierSchema.index({ 'infrastructure.node': 1, _id: 1 }, { name: 'infrastructure_node' });
dossierSchema.index({ 'memberships.group': 1, _id: 1 }, { name: 'group_members' });
// The lists of officers, in the order in which the dossiers were recorded: by stage, by role and by case. Each list names every
// stage, or some, so that its order comes from the index.
dossierSchema.index({ 'status.stage': 1, createdAt: 1, _id: 1 }, { name: 'listed_by_stage' });
dossierSchema.index({ 'roles.kind': 1, 'status.stage': 1, createdAt: 1, _id: 1 }, { name: 'listed_by_role' });
dossierSchema.index({ cases: 1, 'status.stage': 1, createdAt: 1, _id: 1 }, { name: 'listed_by_case' });
// Those that are shown abroad by no two officers' decision.
dossierSchema.index(
  { 'shareable.decided.countersignedAt': 1 },
  { partialFilterExpression: { handlingCode: 'SHAREABLE' }, name: 'shareable_decided' },
);
// What the retention run looks for.
dossierSchema.index({ nextErasure: 1 }, { name: 'next_erasure' });
// From what is known of a person to the dossiers that may be his.
dossierSchema.index({ 'match.tokens': 1 }, { name: 'match_tokens' });
// The same by values that wait for a countersignature, for those who may know of them.
dossierSchema.index({ 'match.unsigned': 1 }, { sparse: true, name: 'match_unsigned' });
// What the re-key run looks for: also those that have no tokens yet, so not sparse.
dossierSchema.index({ 'match.key': 1 }, { name: 'match_key' });

export const dossierModel = (connection: Connection): Model<DossierRecord> =>
  connection.model<DossierRecord>('Dossier', dossierSchema);
