import { readableWaiting } from './readable-waiting.ts';
import { type Finder, itemOf } from './waiting-item.ts';

/** Groups that a second officer has not signed. A group is of no case: which of them have a member in one is not looked up. */
export const waitingGroups: Finder = async (part, context) => {
  const { permissions, reads, stores, viewer } = context;
  const readable = readableWaiting(['CASE'], permissions);
  if (!readable || readable.isOfCase) return [];
  return (await stores.waiting.groups(viewer.subject, part)).map((group) => {
    const { _id: id, provenance, updatedAt } = group;
    const kind = 'GROUP_TO_COUNTERSIGN';
    const since = provenance.unsigned?.at ?? updatedAt;
    const item = itemOf(kind, { id, since, due: undefined }, context);
    return {
      order: item.order,
      async show() {
        reads.noteGroup(id);
        // The group itself has its id: what waits on it is another object.
        return { ...item, id: `${id} ${kind}`, group, __typename: 'WaitingGroup' };
      },
    };
  });
};
