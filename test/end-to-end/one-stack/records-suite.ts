import { linked } from '../../support/end-to-end/demo.ts';
import { onGroundOf } from '../../support/end-to-end/kinds-of-values/grounds.ts';
import { everyKind, type Kind } from '../../support/end-to-end/kinds-of-values/kinds.ts';
import {
  type Change,
  type Entry,
  inputOf,
  leastDossier,
  officersOf,
  provenance,
} from '../../support/end-to-end/officer.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { ended, launchScript } from '../../support/end-to-end/processes.ts';
import { long } from '../../support/long.ts';

export function recordsSuite(stack: OwnStack): void {
  let officers = officersOf(stack);
  /** Another investigator for each kind, whose day has room. */
  const officersFor = ({ name }: Kind) => {
    officers = officersOf(stack, 'belarus', `recording ${name}`.toLowerCase().replaceAll(' ', '-'));
  };
  const least = leastDossier.belarus;
  const reason = 'as the witness said';

  const named = (kinds: readonly Kind[]) => kinds.map((kind) => [kind.name, kind] as const);
  /** A dossier is never without a status: it is replaced, not taken out. */
  const removable = everyKind.filter(({ field, hasSteps }) => field !== 'status' && !hasSteps);

  const valued = (content: object) => ({ ...content, provenance });
  const today = new Date().toISOString().slice(0, 10);
  const endingToday = (content: object) => ({
    ...content,
    provenance: { ...provenance, retainUntil: today },
  });

  /** A dossier that holds a value of a kind; beside it only what no dossier is without. */
  async function recorded({ field, written, readIn }: Kind, withSource = valued) {
    const offences = field === 'offences' ? least.offences : [];
    const input = { ...least, ...inputOf(field, ...offences, withSource(written)) };
    const { id, version, values } = await officers.recordDossier(input, readIn);
    const value = values.at(-1);
    if (!value) throw new Error(`what was recorded in ${field} is not answered`);
    return { id, value, target: { dossier: id, version, reason } };
  }

  /** As the unified profile shows it: the last value of the field, and the last step of the history. */
  async function shown(id: string, { readIn }: Kind) {
    const { values, history } = (await officers.profile(id, readIn)) ?? { values: [], history: [] };
    return { value: values.at(-1), ids: values.map((each) => each.id), step: history[0], history };
  }

  /** A value before and after a step, as the history tells it. */
  function changeOf(step: Entry | undefined, id: string | undefined) {
    const { before, after } = step?.changes.find(({ value }) => value === id) ?? {};
    const said = (parts: Change['before'] | undefined) =>
      parts ? Object.fromEntries(parts.map(({ name, text }) => [name, text])) : null;
    return { before: said(before), after: said(after) };
  }

  describe.each(named(everyKind))('%s', (_name, kind) => {
    beforeAll(() => officersFor(kind));

    test('is shown in the unified profile as it was recorded', async () => {
      const { id, value } = await recorded(kind);
      const profile = await shown(id, kind);
      expect(profile.value).toMatchObject({
        ...kind.shows.written,
        provenance: { ...provenance, contested: false },
      });
      expect(profile.step).toMatchObject({ version: 1, by: officers.subject, action: 'RECORD' });
      expect(changeOf(profile.step, value.id)).toMatchObject({ before: null, after: { id: value.id } });
    });

    // What is done with one value of a field is done with each.
    const inEachRun = everyKind.find(({ field }) => field === kind.field) === kind ? test : long.test;
    inEachRun('is shown as contested, until it is not any more', async () => {
      const { id, value, target } = await recorded(kind);
      const contested = { ...value, provenance: { ...value.provenance, contested: true } };
      const { version } = await officers.contestValue({ ...target, value: value.id });
      expect(await shown(id, kind)).toMatchObject({
        value: contested,
        step: { action: 'CONTEST', changes: [{ value: value.id, reason }] },
      });
      await officers.uncontestValue({ ...target, version, value: value.id });
      expect(await shown(id, kind)).toMatchObject({
        value,
        step: { action: 'UNCONTEST', changes: [{ value: value.id, reason }] },
      });
    });

    test('gives its place to what is right, and the history has both; or to nothing, where it has steps of its own', async () => {
      const { id, value, target } = await recorded(kind);
      if (kind.hasSteps) {
        await expect(officers.amendDossier({ ...target, remove: [value.id] })).rejects.toThrow(
          /MEASURE_OPEN/,
        );
        return;
      }
      const add = inputOf(kind.field, valued(kind.corrected));
      await officers.amendDossier({ ...target, add, remove: [value.id] });
      const profile = await shown(id, kind);
      expect(profile.value).toMatchObject(kind.shows.corrected);
      expect(profile.ids).not.toContain(value.id);
      expect(profile.step).toMatchObject({ version: 2, action: 'AMEND' });
      expect(changeOf(profile.step, value.id)).toMatchObject({ before: { id: value.id }, after: null });
      const right = profile.value?.id;
      expect(changeOf(profile.step, right)).toMatchObject({ before: null, after: { id: right } });
    });
  });

  /** Fields of one value, which nobody takes out alone: it may stand in another officer's place. */
  const isSingle = ({ field }: Kind) => ['birth', 'birthPlace', 'sex'].includes(field);
  const manifold = removable.filter((kind) => !isSingle(kind));
  /** Every kind is taken out above, where another value takes its place. */
  const firstOfEachField = [...new Set(manifold.map(({ field }) => field))].map((field) =>
    manifold.findIndex((kind) => kind.field === field),
  );

  describe('taken out on the day on which its officer recorded it, a value is left to the history alone', () => {
    test.each(named(long.rows(manifold, ...firstOfEachField)))('%s', async (_name, kind) => {
      officersFor(kind);
      const { id, value, target } = await recorded(kind);
      await officers.amendDossier({ ...target, remove: [value.id] });
      const { ids, step } = await shown(id, kind);
      expect(ids).not.toContain(value.id);
      expect(step).toMatchObject({ action: 'AMEND', changes: [{ value: value.id, reason }] });
      expect(changeOf(step, value.id)).toMatchObject({ before: { id: value.id }, after: null });
    });
  });

  describe('taken out otherwise, a value stays until a second officer agrees', () => {
    test.each(named(removable.filter(isSingle)))('%s', async (_name, kind) => {
      const { id, value, target } = await recorded(kind);
      await officers.amendDossier({ ...target, remove: [value.id] });
      const { ids, step } = await shown(id, kind);
      expect(ids).toContain(value.id);
      expect(step).toMatchObject({ action: 'AMEND', changes: [{ value: value.id, reason }] });
      expect(changeOf(step, value.id)).toMatchObject({ before: { id: value.id }, after: { id: value.id } });
    });
  });

  describe('a value whose retention has ended is erased, from the history too', () => {
    const held = new Map<string, Awaited<ReturnType<typeof recorded>>>();
    let shortened: Awaited<ReturnType<typeof recorded>>;
    let code: number | string;
    beforeAll(async () => {
      for (const kind of everyKind) held.set(kind.name, await recorded(kind, endingToday));
      shortened = await recorded(everyKind.find(({ field }) => field === 'status') as Kind);
      const { target, value } = shortened;
      await officers.setRetention({ ...target, value: value.id, retainUntil: today });
      ({ code } = await ended(
        launchScript('commands/retention.ts', { DATA_DIR: stack.dataDirectory }, '--agency', 'belarus'),
      ));
    });

    test('by a run that ends well', () => {
      expect(code).toBe(0);
    });

    test.each(named(removable))('%s', async (name, kind) => {
      const { id, value } = held.get(name) as Awaited<ReturnType<typeof recorded>>;
      const { ids, step, history } = await shown(id, kind);
      expect(ids).not.toContain(value.id);
      expect(step).toMatchObject({ action: 'ERASE', by: 'retention', changes: [{ value: value.id }] });
      const changes = history.map((entry) => changeOf(entry, value.id));
      expect(changes).toEqual(['ERASE', 'RECORD'].map(() => ({ before: null, after: null })));
    });

    test('and with the status the whole dossier', async () => {
      const ids = [...held.values()].filter(({ value }) => 'stage' in value).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(await officers.profile(id, 'status')).toBeNull();
    });

    test('and none of what one officer alone wants to keep for a shorter time', async () => {
      expect((await officers.profile(shortened.id, 'status'))?.values).toMatchObject([
        { id: shortened.value.id },
      ]);
    });
  });

  test.each(['belarus', 'russia'] as const)('one dossier of %s holds all kinds at once', async (agency) => {
    const { recordDossier, profile } = officersOf(stack, agency);
    // An article, a group and a ground of a measure are of one agency.
    const kinds = everyKind.filter(({ field }) => !['offences', 'memberships', 'status'].includes(field));
    const fields = [...new Set(kinds.map(({ field }) => field))];
    const writtenIn = (field: string) =>
      kinds.filter((kind) => kind.field === field).map((kind) => onGroundOf(agency, kind.written));
    const values = fields.map((field) => inputOf(field, ...writtenIn(field).map(valued)));
    const { id } = await recordDossier(Object.assign({}, leastDossier[agency], ...values));
    for (const readIn of new Set(kinds.map((kind) => kind.readIn))) {
      const expected = kinds
        .filter((kind) => kind.readIn === readIn)
        .map(({ shows }) => onGroundOf(agency, shows.written));
      expect((await profile(id, readIn))?.values).toMatchObject(expected);
    }
  });

  describe('a dossier that ends', () => {
    test.each(['CONVICTED', 'DISCONTINUED', 'ACQUITTED'])('shows its last stage, %s', async (stage) => {
      const { id, version } = await officers.recordDossier(least);
      await officers.closeDossier({ dossier: id, version, stage, provenance, reason });
      const profile = await officers.profile(id, 'status');
      expect(profile?.values).toMatchObject([{ stage }]);
      expect(profile?.history[0]).toMatchObject({ action: 'CLOSE', by: 'belarus-supervisor-1' });
    });
  });

  test('the history is the owner’s: an officer of the other agency is shown none of it', async () => {
    const { id } = await officers.recordDossier(least);
    const query = 'query ($id: ID!) { suspect(id: $id) { belarus { history { nodes { action } } } } }';
    const foreign = stack.as('russia', 'investigator').for('INVESTIGATION', 'RU-2026-000001');
    // The dossier that he may know of: one that was just recorded he may not.
    expect((await foreign.query(query, { id: linked.belarus })).body).toMatchObject({
      data: { suspect: { belarus: { history: null } } },
      extensions: { redactions: [{ coordinate: 'BelarusDossier.history', reason: 'ROLE' }] },
    });
    expect((await officers.investigator.query(query, { id })).body).toEqual({
      data: { suspect: { belarus: { history: { nodes: [{ action: 'RECORD' }] } } } },
    });
  });
}
