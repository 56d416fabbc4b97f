import type { Page } from 'playwright-core';
import { until } from '../until.ts';

/**
 * The officer of this process. Files that run at the same time have one each: an officer has five sessions at once, so that a sixth one ends the one that
 * was used longest ago, whichever file opened it.
 */
export const officerOfProcess = `officer-${process.env.JEST_WORKER_ID ?? 1}`;

/** What an analyst does in the page, by what he sees there in English. */
export function analystAt(page: Page) {
  return {
    page,
    async signIn({
      agency = 'Belarus',
      roles = ['Investigator'],
      subject = officerOfProcess,
    }: {
      agency?: string;
      roles?: string[];
      subject?: string;
    } = {}) {
      await page.getByRole('radio', { name: agency }).check();
      for (const box of await page.getByRole('group', { name: 'Roles' }).getByRole('checkbox').all()) {
        await box.uncheck();
      }
      for (const role of roles) await page.getByRole('checkbox', { name: role }).check();
      await page.getByLabel('Name of the officer').fill(subject);
      await page.getByRole('button', { name: 'Sign in' }).first().click();
      await page.getByRole('combobox', { name: 'Purpose' }).waitFor();
    },
    async mandate({
      purpose = 'Investigation',
      legalBasis = 'Cooperation agreement',
      caseNumber = 'BY-2026-000001',
    } = {}) {
      await page.getByLabel('Purpose').selectOption({ label: purpose });
      await page.getByLabel('Legal basis').selectOption({ label: legalBasis });
      await page.getByLabel('Case', { exact: true }).selectOption({ label: caseNumber });
    },
    /** Waits for the editor, which comes after the page. */
    async editorIsThere() {
      await page.locator('.query-editor .view-lines').waitFor();
    },
    async example(name: string) {
      await this.editorIsThere();
      await page.getByRole('button', { name }).click();
    },
    /** Puts a query in place of what stands in the editor, whole, without the brackets that it adds while one types. */
    async write(query: string) {
      await this.editorIsThere();
      const editors = '__MONACO.editor.getEditors()';
      await page.evaluate(
        `${editors}.find((each) => each.getModel().uri.path.endsWith('.graphql')).setValue(${JSON.stringify(query)})`,
      );
    },
    /** Puts variables in place of what stands in their editor. */
    async writeVariables(variables: string) {
      await this.editorIsThere();
      const editors = '__MONACO.editor.getEditors()';
      await page.evaluate(
        `${editors}.find((each) => each.getModel().uri.path.endsWith('variables.json')).setValue(${JSON.stringify(variables)})`,
      );
    },
    run: () => page.getByRole('button', { name: 'Run', exact: true }).click(),
    /** Runs a change, which is asked about once more. */
    async change() {
      await this.run();
      await page.getByRole('button', { name: 'Run the change' }).click();
    },
    /** The line of the answer's table at a path, such as `suspect.russia.instruments`. */
    line: (path: string) => page.locator(`tr[data-path="${path}"]`),
    tab: (name: string | RegExp) => page.getByRole('tab', { name }).click(),
    async profile(id: string) {
      await page.getByRole('tab', { name: 'Profile of a person' }).click();
      const finder = page.locator('.finder');
      const timeout = 2_000;
      // The page folds it once a person has come, maybe the one before in this moment.
      await until(async () => {
        if (!(await finder.evaluate((each) => each.matches('[open]'))))
          await finder.locator('summary').first().click();
        return page
          .getByLabel('Id of a dossier')
          .fill(id, { timeout })
          .then(() => page.getByRole('button', { name: 'Open the profile' }).click({ timeout }))
          .then(
            () => true,
            () => false,
          );
      }, 30_000);
    },
    /** Waits until every part of the halves has come: each comes by itself, first the summary. */
    async profileIsWhole() {
      await page.locator('.halves').waitFor();
      await until(async () => (await page.locator('.halves [data-state="asking"]').count()) === 0, 20_000);
    },
    /** Waits until the tab keeps what stands in the query editor: it is written a moment after it was typed. */
    async isKept(text: string) {
      const kept = async () => String(await page.evaluate(`sessionStorage.getItem('graphiql:query')`));
      await until(async () => (await kept()).includes(text), 10_000);
    },
    /** What the query editor holds, drawn yet or not. */
    async query(): Promise<string> {
      await this.editorIsThere();
      const editors = '__MONACO.editor.getEditors()';
      return String(
        await page.evaluate(
          `${editors}.find((each) => each.getModel().uri.path.endsWith('.graphql')).getValue()`,
        ),
      );
    },
  };
}

export type Analyst = ReturnType<typeof analystAt>;
