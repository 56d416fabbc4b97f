import { alone, linked, nobody, type Profile, profile } from '../support/end-to-end/demo.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as } = sharedStack();
const investigator = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

const profileOf = async (id: string) => {
  const answer = await investigator.query<Profile>(profile, { id });
  return { ...answer, suspect: answer.body.data?.suspect };
};

describe('a suspect whom both agencies know', () => {
  test('has both halves, each from its owner', async () => {
    const { status, suspect, body } = await profileOf(linked.belarus);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    expect(suspect).toMatchObject({
      id: `S-${linked.belarus}`,
      belarus: { id: linked.belarus, agency: 'BELARUS', names: expect.anything() },
      russia: { id: linked.russia, agency: 'RUSSIA', names: expect.anything() },
    });
    expect(suspect?.belarus?.names.length).toBeGreaterThan(0);
    expect(suspect?.russia?.names.length).toBeGreaterThan(0);
  });

  test('has the same halves under either id', async () => {
    const underBelarus = await profileOf(linked.belarus);
    const underRussia = await profileOf(linked.russia);
    expect(underRussia.suspect).toEqual({ ...underBelarus.suspect, id: `S-${linked.russia}` });
  });

  test('is found by officers of either agency', async () => {
    const ofRussia = as('russia', 'investigator').for('SOLVING', 'RU-2026-000001');
    const { body } = await ofRussia.query<Profile>(profile, { id: linked.russia });
    expect(body).toMatchObject({
      data: { suspect: { belarus: { id: linked.belarus }, russia: { id: linked.russia } } },
    });
    expect(body.errors).toBeUndefined();
  });
});

describe('what an agency withholds of its half', () => {
  const withheld = `query ($id: ID!) { suspect(id: $id) {
    belarus { names { full } instruments { kind } harms { victims } }
    russia { names { full } instruments { kind } harms { victims } } } }`;
  const receiptsFor = async (agency: 'belarus' | 'russia', number: string) => {
    const { body } = await as(agency, 'investigator')
      .for('INVESTIGATION', number)
      .query<Profile>(withheld, { id: linked[agency] });
    expect(body.errors).toBeUndefined();
    const told = body.extensions?.redactions?.map(({ coordinate, class: of, owner, reason, records }) => [
      ...[coordinate, of, owner, reason],
      records,
    ]);
    return { suspect: body.data?.suspect, told };
  };
  const given = [expect.anything()];
  const whole = { names: expect.arrayContaining(given), instruments: expect.arrayContaining(given) };

  test('is null and told, with its reason: what was released once, and what policy gives to nobody', async () => {
    const { suspect, told } = await receiptsFor('belarus', 'BY-2026-000001');
    expect(suspect).toEqual({
      belarus: { ...whole, harms: expect.arrayContaining(given) },
      russia: { names: whole.names, instruments: null, harms: null },
    });
    expect(told).toEqual([
      ['RussiaDossier.harms', 'VICTIM', 'RUSSIA', 'ROLE', null],
      ['RussiaDossier.instruments', 'FINANCIAL', 'RUSSIA', 'RELEASE_EXPIRED', [linked.russia]],
    ]);
  });

  test('is another thing at the other agency: what was never released, and what was taken back', async () => {
    const { suspect, told } = await receiptsFor('russia', 'RU-2026-000001');
    expect(suspect).toEqual({
      belarus: { names: whole.names, instruments: null, harms: null },
      russia: { ...whole, harms: expect.arrayContaining(given) },
    });
    expect(told).toEqual([
      ['BelarusDossier.harms', 'VICTIM', 'BELARUS', 'RELEASE_RECALLED', [linked.belarus]],
      ['BelarusDossier.instruments', 'FINANCIAL', 'BELARUS', 'NOT_RELEASED', [linked.belarus]],
    ]);
  });

  test('is nothing of what was released or is shared, and then no receipt is given', async () => {
    expect((await profileOf(linked.belarus)).body.extensions).toBeUndefined();
  });
});

describe('a suspect whom one agency knows', () => {
  test('has one half, and the other is null without an error', async () => {
    const { status, suspect, body } = await profileOf(alone);
    expect(status).toBe(200);
    expect(suspect).toMatchObject({ belarus: { id: alone }, russia: null });
    expect(body.errors).toBeUndefined();
  });

  test('is not entered from the dossier of somebody else', async () => {
    const { body } = await investigator.query(
      `query ($known: ID!, $other: ID!) {
        known: suspect(id: $known) { belarus { id } russia { id } }
        other: suspect(id: $other) { belarus { id } russia { id } }
      }`,
      { known: linked.russia, other: alone },
    );
    expect(body).toEqual({
      data: {
        known: { belarus: { id: linked.belarus }, russia: { id: linked.russia } },
        other: { belarus: { id: alone }, russia: null },
      },
    });
  });
});

test.each([nobody, nobody.replace('BY-', 'RU-')])(
  'an id that is nobody’s has two nulls and no error: %s',
  async (id) => {
    const { status, body } = await profileOf(id);
    expect(status).toBe(200);
    expect(body).toEqual({ data: { suspect: { id: `S-${id}`, belarus: null, russia: null } } });
  },
);
