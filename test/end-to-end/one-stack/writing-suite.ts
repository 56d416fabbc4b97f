import { randomUUID } from 'node:crypto';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { axeViolations, everyRule } from '../../support/end-to-end/playground/axe-violations.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { until } from '../../support/end-to-end/until.ts';
import { long } from '../../support/long.ts';

export function writingSuite({ as, gateway }: OwnStack): void {
  const investigator = () =>
    as('belarus', 'investigator')
      .for('INVESTIGATION', 'BY-2026-000001')
      .with('idempotency-key', randomUUID());

  const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
  const person = {
    handlingCode: 'ON_RELEASE',
    cases: ['BY-2026-000001'],
    names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Test', provenance }],
    offences: [{ article: '209', committedOn: '2025-03', provenance }],
    status: { stage: 'SUSPECTED', provenance },
  };
  const record = `mutation Record($input: DossierInput!) { belarus { recordDossier(input: $input) { __typename
  ... on BelarusRecordedDossier { dossier { id version names { id full } } }
  ... on InvalidInput { problems { path code message } } } } }`;
  const contest = `contestValue(input: { dossier: "BY-0000000000", version: 1, value: "V1", reason: "x" }) { __typename }`;

  interface Recorded {
    belarus: {
      recordDossier: {
        __typename: string;
        dossier: { id: string; names: { id: string; full: string }[] };
        problems: { path: string; code: string; message: string }[];
      };
    };
  }

  describe('an officer who writes through the gateway', () => {
    test('records a person, whom the unified profile then has', async () => {
      const { body } = await investigator().query<Recorded>(record, { input: person });
      const dossier = body.data?.belarus.recordDossier.dossier;
      const profile = await investigator().query(
        `query ($id: ID!) { suspect(id: $id) {
      belarus { id names { full } } russia { id } } }`,
        { id: dossier?.id },
      );
      expect(profile.body).toEqual({
        data: { suspect: { belarus: { id: dossier?.id, names: [{ full: 'Probny Test' }] }, russia: null } },
      });
    });

    test('who sends one request twice gets one dossier', async () => {
      const once = investigator();
      const answers = [
        await once.query<Recorded>(record, { input: person }),
        await once.query<Recorded>(record, { input: person }),
      ];
      expect(answers[0]?.body.data?.belarus.recordDossier.__typename).toBe('BelarusRecordedDossier');
      expect(answers[1]?.body).toEqual(answers[0]?.body);
    });

    test('who sends another request under the same key is told to take a new one, and records nothing', async () => {
      const once = investigator();
      await once.query<Recorded>(record, { input: person });
      const another = { ...person, handlingCode: 'ORIGINATOR_ONLY' };
      const { body, codes } = await once.query<Recorded>(record, { input: another });
      expect([codes, body.data]).toEqual([['IDEMPOTENCY_KEY_REUSED'], { belarus: { recordDossier: null } }]);
    });

    test('who has read another version is told which there is now', async () => {
      const { body } = await investigator().query<Recorded>(record, { input: person });
      const { id, names } = body.data?.belarus.recordDossier.dossier ?? {};
      const input = { dossier: id, version: 7, value: names?.[0]?.id, reason: 'The passport says otherwise' };
      const contested = `mutation ($input: ValueInput!) { belarus { contestValue(input: $input) { __typename
      ... on StaleVersion { currentVersion } } } }`;
      const answer = await investigator().query(contested, { input });
      expect(answer.body).toEqual({
        data: { belarus: { contestValue: { __typename: 'StaleVersion', currentVersion: 1 } } },
      });
    });

    test.each([[undefined], ['short'], ['with a space in it']])(
      'needs an idempotency key that can be told again, not %j',
      async (key) => {
        const caller = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
        const asked = key === undefined ? caller : caller.with('idempotency-key', key);
        const { status, codes } = await asked.query(record, { input: person });
        expect([status, codes]).toEqual([400, ['IDEMPOTENCY_KEY_REQUIRED']]);
      },
    );

    test('is told each problem by its path and a code, and of a card number no digit', async () => {
      const number = '4111111111111111';
      const input = { ...person, names: [{ ...person.names[0], surname: `Probny ${number}` }], offences: [] };
      const { text, body } = await investigator().query<Recorded>(record, { input });
      expect(body.data?.belarus.recordDossier.problems.map(({ path, code }) => [path, code])).toEqual([
        ['names.0.surname', 'CARD_NUMBER'],
        ['offences', 'NO_OFFENCE'],
      ]);
      expect(text).not.toContain(number);
    });

    test('of Russia does nothing in Belarus, and an analyst records nothing', async () => {
      for (const [agency, role] of [
        ['russia', 'investigator'],
        ['belarus', 'analyst'],
      ] as const) {
        const caller = as(agency, role)
          .for('INVESTIGATION', 'BY-2026-000001')
          .with('idempotency-key', randomUUID());
        const { body, codes } = await caller.query<Recorded>(record, { input: person });
        expect(codes).toEqual(['FORBIDDEN']);
        expect(body.data).toEqual({ belarus: { recordDossier: null } });
      }
    });

    test.each([
      ['in one namespace', `mutation { belarus { a: ${contest} b: ${contest} } }`],
      ['in two', `mutation { belarus { ${contest} } russia { ${contest} } }`],
      [
        'behind a fragment',
        `mutation { belarus { ...F ...G } } fragment F on BelarusMutation { a: ${contest} } fragment G on BelarusMutation { b: ${contest} }`,
      ],
      ['none at all', 'mutation { belarus { __typename } }'],
    ])('performs exactly one action, not two %s', async (_where, document) => {
      const { status, codes } = await investigator().query(document);
      expect([status, codes]).toEqual([400, ['ONE_ACTION_ONLY']]);
    });

    test('may ask for __typename beside the one action', async () => {
      const { body } = await investigator().query(
        `mutation { __typename belarus { __typename ${contest} } }`,
      );
      expect(body).toMatchObject({ data: { belarus: { contestValue: { __typename: 'UnknownRecord' } } } });
    });

    test('mutates nothing with a GET', async () => {
      const { status } = await investigator().get('/graphql', {
        query: `mutation { belarus { ${contest} } }`,
      });
      expect(status).toBeGreaterThanOrEqual(400);
    });
  });

  describe('an officer who writes on the page of requests', () => {
    const { open } = browser();

    async function signedInAs(role: string, name: string) {
      const page = await open(`${gateway}/playground/`);
      const analyst = analystAt(page);
      await analyst.signIn({ roles: [role], subject: name });
      await analyst.mandate();
      return { page, analyst };
    }

    interface Half {
      state: string;
      version: number;
    }

    /** A step of an officer who has no page here: pages of one browser share a session. */
    async function step(
      agency: 'belarus' | 'russia',
      role: string,
      action: string,
      type: string,
      input: object,
    ) {
      const { body, text } = await as(agency, role)
        .for('INVESTIGATION', agency === 'belarus' ? 'BY-2026-000001' : 'RU-2026-000001')
        .with('idempotency-key', randomUUID())
        .query<Record<string, Record<string, { __typename: string; request?: { half: Half } }>>>(
          `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { __typename
          ... on RecordedRequest { request { half: ${agency} { state version } } } } } }`,
          { input },
        );
      const half = body.data?.[agency]?.[action]?.request?.half;
      if (!half) throw new Error(text);
      return half;
    }

    test('is led from a hit to the release that answers, whose course is drawn', async () => {
      const { page, analyst } = await signedInAs('Investigator', 'page-drafter');
      const confirm = async () => {
        await page.getByRole('button', { name: 'Run the change' }).click();
        await page.getByText('It is done.').waitFor();
      };
      await analyst.profile('BY-KX7097MG01XE46B7');
      await analyst.profileIsWhole();
      await page.locator('.pairs summary').first().click();
      await page.getByRole('button', { name: 'Compare with the other agency’s records' }).click();
      await page.getByRole('button', { name: 'Ask for what is behind it' }).first().click();
      const form = page.getByRole('region', { name: 'Draft a request' });
      expect(await form.getByLabel('Its reference or id').inputValue()).toMatch(/^RUH-/);
      const offence = form.getByLabel('Offence that the case is about');
      await offence.locator('option[value="209"]').waitFor({ state: 'attached' });
      await offence.selectOption('209');
      await form.getByLabel('Why it is necessary for the purpose').fill('Calls to a victim came from them');
      await form.getByRole('button', { name: 'Draft the request' }).click();
      await confirm();
      const id = (await page.locator('.request-id').textContent()) ?? '';
      expect(id).toMatch(/^BYQ-/);
      expect(await page.evaluate('location.hash')).toBe(`#/requests/${id}`);

      const request = { request: id };
      await step('belarus', 'supervisor', 'authoriseRequest', 'RequestInput', request);
      await until(async () => {
        const accepted = step('russia', 'liaison', 'acceptRequest', 'RequestInput', request);
        return accepted.then(
          () => true,
          () => false,
        );
      }, 20_000);
      const until20Days = new Date(Date.now() + 20 * 86_400_000).toISOString();
      const answer = { ...request, kind: 'GRANTED', until: until20Days };
      const { version } = await step('russia', 'liaison', 'proposeAnswer', 'ProposeAnswerInput', answer);
      await step('russia', 'supervisor', 'decideAnswer', 'DecideAnswerInput', {
        ...request,
        version,
        approves: true,
      });

      const state = page.locator('.badge.state');
      await until(async () => {
        await page.getByRole('button', { name: 'Read again' }).click();
        return (await state.textContent()) === 'Granted';
      }, 20_000);
      const picture = page.getByRole('application', { name: /Picture of the course of the request/ });
      await picture.focus();
      await page.keyboard.press('End');
      const told = page.locator('.timeline-list li');
      expect(await told.last().getAttribute('data-chosen')).toBe('true');
      expect((await told.allTextContents()).map((line) => line.split(',')[0])).toEqual([
        'Drafted',
        'Authorised and sent',
        'Received',
        'Ended: Granted',
      ]);
      expect(await picture.locator('.timeline-mark').count()).toBe(4);
      await page.goBack();
      await form.waitFor();
      await page.goForward();
      await page.getByRole('button', { name: 'Take note and close' }).click();
      await confirm();
      // The step is told as done before the request is read again.
      await until(async () => (await state.textContent()) === 'Closed', 20_000);
    });

    test('names a deputy while out of office, in each language, and is back', async () => {
      const { page, analyst } = await signedInAs('Liaison', 'page-liaison');
      await analyst.tab('Requests');
      await page.locator('.deputies summary').click();
      const part = page.getByRole('region', { name: 'Out of office' });
      const named = part.getByLabel('Officer who stands in for you');
      const lastDay = part.getByLabel('Last day');
      const name = async (deputy: string) => {
        await named.fill(deputy);
        await lastDay.fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
        await part.getByRole('button', { name: 'Name this deputy' }).click();
        await page.getByRole('button', { name: 'Run the change' }).click();
      };
      await name('page-liaison');
      await part.getByText('You cannot stand in for yourself').first().waitFor();
      await part.getByRole('button', { name: 'Show who is out of office' }).click();
      await part.getByText('Nobody of your agency is out of office.').waitFor();

      await name('other-liaison');
      const row = part.locator('tbody tr');
      await row.waitFor();
      expect((await row.locator('th, td').allTextContents()).slice(0, 2)).toEqual([
        'page-liaison',
        'other-liaison',
      ]);
      expect(await axeViolations(page, everyRule)).toEqual([]);
      const choose = (language: string) =>
        page.locator('select').filter({ hasText: 'Русский' }).first().selectOption({ label: language });
      for (const [language, back] of long.rows(
        [
          ['Русский', 'Я снова на месте'],
          ['Беларуская', 'Я зноў на месцы'],
          ['English', 'I am back'],
        ],
        1,
        2,
      )) {
        await choose(language);
        await page.getByRole('button', { name: back }).waitFor();
      }
      await part.getByRole('button', { name: 'I am back' }).click();
      await page.getByRole('button', { name: 'Run the change' }).click();
      await part.getByText('Nobody of your agency is out of office.').waitFor();
    });
  });
}
