import { faultNames } from './faults/fault.ts';
import { readOptions } from './options.ts';

test('without options every fault is made, among 500 writes', () => {
  expect(readOptions([])).toEqual({ faults: [...faultNames], writes: 500, writers: 6, spoil: false });
});

test('faults are chosen by name, or left out', () => {
  expect(readOptions(['--faults', 'step-down,full-disk']).faults).toEqual(['step-down', 'full-disk']);
  const { faults } = readOptions(['--skip', 'full-disk']);
  expect(faults).toEqual(faultNames.filter((name) => name !== 'full-disk'));
});

test.each([
  ['a fault that there is not', ['--faults', 'earthquake'], /a fault is one of step-down/],
  ['a skipped one that there is not', ['--skip', 'disk'], /a fault is one of step-down/],
  ['nothing that is left', ['--faults', 'step-down', '--skip', 'step-down'], /no fault is left to make/],
  ['writes that are no number', ['--writes', 'many'], /--writes is a number/],
  ['an unknown option', ['--kills', '3'], /Unknown option '--kills'/],
])('%s is refused, and the usage shown', (_, args, message) => {
  expect(() => readOptions(args)).toThrow(message);
  expect(() => readOptions(args)).toThrow(/usage: npm run chaos:mongodb/);
});
