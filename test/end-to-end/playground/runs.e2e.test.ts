import type { Page } from 'playwright-core';
import { linked } from '../../support/end-to-end/demo.ts';
import { analystAt } from '../../support/end-to-end/playground/analyst.ts';
import { browser } from '../../support/end-to-end/playground/browser.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { long } from '../../support/long.ts';

const stack = sharedStack();
const { open, takeComplaints, together } = browser();
const playground = `${stack.gateway}/playground/`;

async function atTheDesk() {
  const analyst = analystAt(await open(playground));
  await analyst.signIn();
  await analyst.mandate();
  return analyst;
}

const isIntrospection = (text: string | null) => text?.includes('__schema') ?? false;
const rows = (page: Page) => page.locator('.answer tbody tr');

/** Waits for an answer, and tells what stands in its place where none comes. */
const untilAnswered = (page: Page) =>
  rows(page)
    .first()
    .waitFor()
    .catch(async ({ message }: Error) => {
      throw new Error(`${message}\nThe page says: ${await page.locator('.answer').textContent()}`);
    });

/** The query editor, with the keyboard in it. */
async function inTheEditor(page: Page) {
  await page.locator('.query-editor .view-lines').click();
  return page.keyboard;
}

describe('variables that are no JSON', () => {
  test.each(
    long.rows(
      [
        ['English', 'Not sent: the variables are not JSON. Look at line 2, column 9.'],
        ['Русский', 'Не отправлено: переменные не в формате JSON. Смотрите строку 2, столбец 9.'],
      ],
      1,
    ),
  )('are told with their place, and the answer before is gone (%s)', async (language, notice) => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await analyst.run();
    await untilAnswered(page);
    await page.getByLabel('Language').selectOption({ label: language });
    await analyst.writeVariables('{\n  "id": }\n');
    await page.locator('.toolbar .primary').click();
    await page.locator('.answer').getByText(notice).waitFor();
    expect(await rows(page).count()).toBe(0);
  });

  long.test('are sent once they are', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await analyst.writeVariables('{\n  "id": }\n');
    await analyst.run();
    await page.locator('.answer').getByText('Not sent').waitFor();
    await analyst.writeVariables(`{ "id": "${linked.russia}" }`);
    await analyst.run();
    await untilAnswered(page);
  });

  long.test('or no object, are not sent by a key either', async () => {
    const analyst = await atTheDesk();
    await analyst.example('Look up a suspect');
    await analyst.writeVariables('["BY-1"]');
    await (await inTheEditor(analyst.page)).press('Control+Enter');
    await analyst.page.getByText('the variables must be a JSON object').waitFor();
  });
});

describe('a query in the editor', () => {
  const desk = together(atTheDesk);

  test('that is pasted over another runs at once, whatever the one before was called', async () => {
    const analyst = desk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    const keyboard = await inTheEditor(page);
    await keyboard.press('Control+A');
    await page.keyboard.insertText('query Other { __typename }');
    await keyboard.press('Control+Enter');
    expect(await analyst.line('__typename').textContent()).toContain('Query');
  });

  test('comes back with Ctrl+Z after an example was put in its place', async () => {
    const analyst = desk();
    const { page } = analyst;
    await analyst.editorIsThere();
    const keyboard = await inTheEditor(page);
    await keyboard.press('Control+A');
    await keyboard.insertText('query Mine { __typename }');
    await analyst.example('Search a name');
    expect(await analyst.query()).toContain('SearchName');
    await keyboard.press('Control+Z');
    expect(await analyst.query()).toBe('query Mine { __typename }');
  });
});

describe('a query that is pasted over another', () => {
  long.test('and holds several operations, runs the one at the cursor', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.write('query First { first: __typename }\nquery Second { second: __typename }');
    const keyboard = await inTheEditor(page);
    await keyboard.press('Control+End');
    await keyboard.press('Control+Enter');
    await analyst.line('second').waitFor();
    await keyboard.press('Control+Home');
    await keyboard.press('Control+Enter');
    await analyst.line('first').waitFor();
    await page.getByLabel('Operation to run').selectOption('Second');
    await analyst.run();
    await analyst.line('second').waitFor();
  });
});

describe('a gateway that hangs', () => {
  /** Holds the answers of operations back, for good. */
  const hang = (page: Page) =>
    page.route('**/playground/graphql', (route) =>
      isIntrospection(route.request().postData()) ? route.continue() : undefined,
    );

  long.test('can be waited for no longer, and asked again', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await hang(page);
    await analyst.run();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    expect(
      await page
        .getByRole('button', { name: 'Run', exact: true })
        .evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await page.unrouteAll();
    await analyst.run();
    await untilAnswered(page);
  });

  test('is given up a little after it should have answered', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await page.clock.install();
    await hang(page);
    await analyst.run();
    await page.clock.runFor(7_000);
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(1);
    await page.clock.runFor(2_000);
    await page.locator('.answer').getByText('The gateway did not answer.').waitFor();
  });

  long.test('after a change that was stopped, says that it may have happened', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.write('mutation M { belarus { __typename } }');
    await hang(page);
    await analyst.change();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('It is not known whether the change was made.').waitFor();
    await page.getByRole('button', { name: 'Ask again' }).waitFor();
  });
});

describe('a schema that cannot be read', () => {
  const failing = async (page: Page, times: number) => {
    let left = times;
    await page.route('**/playground/classes', (route) =>
      left-- > 0 ? route.fulfill({ status: 503, body: '' }) : route.continue(),
    );
  };
  async function signedIn(times: number) {
    const analyst = analystAt(await open(playground));
    await failing(analyst.page, times);
    await analyst.signIn();
    await analyst.mandate();
    return analyst;
  }

  long.test('is read again, without a word', async () => {
    const analyst = await signedIn(2);
    await analyst.example('Look up a suspect');
    await analyst.run();
    await rows(analyst.page).first().waitFor();
    expect(await analyst.page.getByText('The list of fields could not be read.').count()).toBe(0);
    takeComplaints();
  });

  test('is said to be so, with a button that reads it', async () => {
    const analyst = await signedIn(3);
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await page.getByText('The list of fields could not be read.').waitFor();
    await analyst.run();
    await page.getByRole('button', { name: 'Read it again' }).click();
    await untilAnswered(page);
    expect(await page.getByText('The list of fields could not be read.').count()).toBe(0);
    takeComplaints();
  });
});

describe('a part of the page that does not load', () => {
  test('is said, and the query is there after a reload', async () => {
    const analyst = await atTheDesk();
    const { page } = analyst;
    await analyst.example('Look up a suspect');
    await analyst.isKept('LookUp');
    await page.route('**/assets/workspace-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.reload();
    await page.getByRole('alert').getByText('This part of the page has failed.').waitFor();
    expect(await page.locator('.officer').count()).toBe(1);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await analyst.editorIsThere();
    expect(await analyst.query()).toContain('LookUp');
    takeComplaints();
  });
});
