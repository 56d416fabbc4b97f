import { ownStack } from '../../support/end-to-end/own-stack.ts';
import { openShell, type Shell } from '../../support/end-to-end/shell.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';
import { long } from '../../support/long.ts';
import { printedSections } from '../../support/printed.ts';

const settings = await newSettings();
let shell: Shell;
// Before the stack is stopped, which leaves nothing running.
afterAll(() => shell.end());
const stack = ownStack(settings);
const steps = printedSections('docs/officer.md').get('From a hit to a confirmed link, and back') ?? [];

beforeAll(() => {
  shell = openShell({ DATA_DIR: settings.DATA_DIR });
});

/** What another run has otherwise. */
const itsOwn = ['reference', 'evidence', 'lapsesAt', 'at', 'version', 'number'];

/** Answers one below the other, in one form, without what is a run's own. */
const answersIn = (text: string): unknown[] =>
  JSON.parse(`[${text.trim().replaceAll(/\n(?=\{"data")/g, ',')}]`, (key, value) =>
    itsOwn.includes(key) && value !== null ? `the ${key}` : value,
  );

const parsed = (text: string): unknown[] | string => {
  try {
    return answersIn(text);
  } catch {
    return text;
  }
};

/** Does what is printed, and compares what it answers with what is printed below it. @returns how many answers were */
async function follow(): Promise<number> {
  let answers: unknown[] | string = [];
  let compared = 0;
  let lines = '';
  const paste = async () => {
    answers = parsed(await shell.paste(lines));
  };
  for (const { language, code } of steps) {
    if (language === 'sh') {
      lines = code.replaceAll('http://localhost:4000', stack.gateway);
      await paste();
    } else {
      const said = answersIn(code);
      // The other agency is told in moments; until then one looks again, and does nothing twice.
      const isSaid = () => JSON.stringify(answers) === JSON.stringify(said);
      const looksAgain = async () => {
        if (!isSaid() && !lines.includes('mutation')) await paste();
        return isSaid() || lines.includes('mutation');
      };
      await until(looksAgain, 20_000).catch(() => undefined);
      expect(answers).toEqual(said);
      compared += said.length;
    }
  }
  return compared;
}

test('two officers of each agency turn a hit into a confirmed link and back, as docs/officer.md prints it', async () => {
  expect(await follow()).toBe(14);
}, 120_000);

long.test(
  'and can do so again',
  async () => {
    expect(await follow()).toBe(14);
  },
  120_000,
);
