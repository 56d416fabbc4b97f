import { readFileSync } from 'node:fs';

test('the page is as short as its README says, so that somebody reads all of it before they copy it', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../examples/profile-page/${file}`, import.meta.url), 'utf8');
  const [, said] = /in (\d+) lines/.exec(read('README.md')) ?? [];
  expect(read('page.tsx').trimEnd().split('\n').length).toBeLessThanOrEqual(Number(said));
});
