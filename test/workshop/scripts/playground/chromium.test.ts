import { chromiumIn } from '../../../../workshop/scripts/playground/chromium.ts';

describe('the Chromium of a command', () => {
  test('is the one that CHROMIUM names', () => {
    expect(chromiumIn({ CHROMIUM: process.execPath })).toBe(process.execPath);
  });

  test('is missed with one line that says how to get it', () => {
    expect(() => chromiumIn({ CHROMIUM: '/nowhere/chromium' })).toThrow(
      /^there is no Chromium at \/nowhere\/chromium: install the Debian package chromium-headless-shell or chromium, or .* CHROMIUM$/,
    );
  });
});
