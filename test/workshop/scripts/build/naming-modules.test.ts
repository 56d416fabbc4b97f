import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { namingModules } from '../../../../workshop/scripts/build/naming-modules.ts';

/** Two modules, each with functions and a class of the same names, so that a bundle has to rename some. */
const source = (sign: string) => `
  export const make = (text: string) => {
    const add = (more: string) => text + more;
    function twice(more: string) { return add(add(more)); }
    return { add, twice, sign: '${sign}' };
  };
  export function plain() { return '${sign}'; }
  export function makeMoved(text: string) {
    const add = (more: string) => text + more;
    return { add, twice: (more: string) => add(add(more)) };
  }
  export class Mistake extends Error { static made = () => new Mistake(); }
  export const classIn = () => { class Inner { static own = 1; } return Inner; };
`;

/** What both modules export, bundled, and how often a property was defined since. */
function bundled(change: (code: string) => string) {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `exports.one = require('one'); exports.other = require('other');`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    keepNames: true,
    alias: Object.fromEntries(
      ['one', 'other'].map((name) => [
        name,
        `data:text/javascript,${encodeURIComponent(source(name).replaceAll(': string', ''))}`,
      ]),
    ),
  });
  const exports: Record<string, ReturnType<typeof Object>> = {};
  const counted = { defined: 0 };
  const context = createContext({ exports, counted, module: { exports } });
  runInContext(
    `{ const define = Object.defineProperty;
       Object.defineProperty = (...given) => { counted.defined++; return define(...given); }; }`,
    context,
  );
  runInContext(change(outputFiles[0]?.text ?? ''), context);
  return { exports, counted };
}
type Made = { add: (more: string) => string; twice: (more: string) => string };
type Module = {
  make: ((text: string) => Made) & { name: string };
  plain: () => string;
  makeMoved: ((text: string) => Made) & { name: string };
  Mistake: { name: string; made: () => Error };
  classIn: () => { name: string };
};
const modulesOf = (exports: Record<string, unknown>) => [exports.one, exports.other] as Module[];

test('functions and classes of a module keep their names, whatever the bundle calls them', () => {
  for (const module of modulesOf(bundled(namingModules).exports)) {
    const { make, makeMoved, plain, Mistake, classIn } = module;
    const names = [make, makeMoved, plain, Mistake].map(({ name }) => name);
    expect(names).toEqual(['make', 'makeMoved', 'plain', 'Mistake']);
    expect(Mistake.made().constructor.name).toBe('Mistake');
    expect(classIn().name).toBe('Inner');
  }
});

test('functions that a function makes do the same, and nothing is defined for them', () => {
  const definedBy = (change: (code: string) => string) => {
    const { exports, counted } = bundled(change);
    const before = counted.defined;
    for (const { make, makeMoved } of modulesOf(exports)) {
      for (const { add, twice } of [make('a'), makeMoved('a')])
        expect([add('b'), twice('c')]).toEqual(['ab', 'aac']);
    }
    return counted.defined - before;
  };
  expect(definedBy((code) => code)).toBeGreaterThan(0);
  expect(definedBy(namingModules)).toBe(0);
});
