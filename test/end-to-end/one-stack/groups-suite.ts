import { randomUUID } from 'node:crypto';
import { knownGroup, linked } from '../../support/end-to-end/demo.ts';
import { inputOf, leastDossier, officersOf, provenance } from '../../support/end-to-end/officer.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';

export function groupsSuite(stack: OwnStack): void {
  const officers = officersOf(stack);

  interface Group {
    members: {
      nodes: { rank: string; dossier: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }

  describe('a criminal group', () => {
    const group = { kind: 'FRAUD_GROUP', name: 'Office on the river', provenance };

    /** As it is read by its id; null when there is none. */
    async function read(id: string, page: { first: number; after?: string | null } = { first: 100 }) {
      const { body } = await officers.investigator.query<{ belarus: { group: Group | null } }>(
        `query ($id: ID!, $first: Int!, $after: Cursor) { belarus { group(id: $id) {
        id agency kind name version provenance { sourceReliability informationAccuracy legalBasis }
        members(first: $first, after: $after) {
          nodes { rank dossier { id } } pageInfo { hasNextPage endCursor } } } } }`,
        { id, ...page },
      );
      expect(body.errors).toBeUndefined();
      return body.data?.belarus.group ?? null;
    }

    test('is read by its id as it was recorded, and no other is', async () => {
      const { id } = await officers.recordGroup(group);
      expect(await read(id)).toMatchObject({
        id,
        agency: 'BELARUS',
        ...group,
        version: 1,
        members: { nodes: [] },
      });
      expect(await read('BYG-0000000000000000')).toBeNull();
    });

    test('is read as it was amended', async () => {
      const { id, version } = await officers.recordGroup(group);
      const amended = { ...group, kind: 'CALL_CENTRE', name: 'Office by the river' };
      await officers.amendGroup({ group: id, version, ...amended });
      expect(await read(id)).toMatchObject({ id, ...amended, version: 2 });
    });

    /** A member of it with a rank, recorded with his dossier. */
    async function joined(id: string, rank: string) {
      const { id: dossier, version } = await officers.recordDossier(leastDossier.belarus);
      const add = inputOf('memberships', { group: id, rank, provenance });
      const { values } = await officers.amendDossier({ dossier, version, add }, 'memberships');
      return { dossier, version: version + 1, membership: values[0]?.id ?? '' };
    }

    test('leads to its members, and each of them to it', async () => {
      const { id } = await officers.recordGroup(group);
      const { dossier } = await joined(id, 'ORGANISER');
      expect((await read(id))?.members.nodes).toEqual([{ rank: 'ORGANISER', dossier: { id: dossier } }]);
      const profile = await officers.profile(dossier, 'memberships');
      const members = { nodes: [{ rank: 'ORGANISER', dossier: { id: dossier } }] };
      expect(profile?.values).toMatchObject([
        { rank: 'ORGANISER', group: { id, name: group.name, members } },
      ]);
    });

    test('leads no more to a member who was taken out, nor he to it', async () => {
      const { id } = await officers.recordGroup(group);
      const [gone, left] = [await joined(id, 'MEMBER'), await joined(id, 'LEADER')];
      const { dossier, version, membership } = gone;
      await officers.amendDossier({ dossier, version, remove: [membership] });
      expect((await read(id))?.members.nodes).toEqual([{ rank: 'LEADER', dossier: { id: left.dossier } }]);
      expect((await officers.profile(dossier, 'memberships'))?.values).toEqual([]);
    });

    test('shows its members a page at a time, each once, in the order of their ids', async () => {
      const { id } = await officers.recordGroup(group);
      const members: string[] = [];
      for (const rank of ['LEADER', 'MEMBER', 'MEMBER', 'MEMBER', 'ASSOCIATE']) {
        members.push((await joined(id, rank)).dossier);
      }
      const pages = [await read(id, { first: 2 })];
      for (let last = pages[0]; last?.members.pageInfo.hasNextPage && pages.length < 9; last = pages.at(-1)) {
        pages.push(await read(id, { first: 2, after: last.members.pageInfo.endCursor }));
      }
      const shown = pages.map((page) => page?.members.nodes.map(({ dossier }) => dossier.id) ?? []);
      expect(shown.map(({ length }) => length)).toEqual([2, 2, 1]);
      expect(shown.flat()).toEqual(members.toSorted());
    });

    test('that one officer has renamed is seen by the other agency once another one has countersigned it', async () => {
      const memberships = `query ($id: ID!) { suspect(id: $id) { belarus { memberships { rank group { name } } } } }`;
      const readAbroad = async () => {
        const abroad = stack.as('russia', 'investigator').for('INVESTIGATION', 'RU-2026-000001');
        const { body } = await abroad.query<{
          suspect: { belarus: { memberships: { group: { name: string } | null }[] } };
        }>(memberships, { id: linked.belarus });
        return body.data?.suspect.belarus.memberships.map((membership) => membership.group?.name);
      };
      const [before] = (await readAbroad()) ?? [];
      expect(before).toEqual(expect.any(String));
      const { version } = await officers.amendGroup({
        ...group,
        group: knownGroup,
        version: 1,
        name: 'Renamed by one',
      });
      expect(await readAbroad()).toEqual([before]);
      const supervisor = stack.as('belarus', 'supervisor').for('INVESTIGATION', 'BY-2026-000001');
      const { body } = await supervisor.with('idempotency-key', randomUUID()).query(
        `mutation ($input: CountersignGroupInput!) { belarus { countersignGroup(input: $input) {
        ... on RecordedGroup { group { version waiting { by } } } } } }`,
        { input: { group: knownGroup, version, neutrality: 'They use it themselves' } },
      );
      expect(body.data).toEqual({
        belarus: { countersignGroup: { group: { version: version + 1, waiting: null } } },
      });
      expect(await readAbroad()).toEqual(['Renamed by one']);
    });
  });
}
