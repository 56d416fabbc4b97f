/** All that a module does by itself, as esbuild writes it, is indented by four spaces at most. */
const deeper = /^ {5,}/;
/** A function of a module that it has moved to the bundle's own level, and its end. */
const [moved, movedEnd] = [/^(?:async )?function\b/, '}'];
/** A class is named by `this`. */
const naming = /\b__name\((?!this\b)/g;

/**
 * The code of a bundle in which functions keep their names (esbuild's `keepNames`), but for those that are made inside of other
 * functions: nobody reads the names of these, and to define one takes a hundred times as long as to make the function, and
 * as much memory again. A function of a module, or a class, that the bundle has renamed still has its name.
 */
export function namingModules(code: string): string {
  let isInMoved = false;
  const lines = code.split('\n').map((line) => {
    const isInFunction = isInMoved || deeper.test(line);
    if (moved.test(line)) isInMoved = true;
    if (line === movedEnd) isInMoved = false;
    return isInFunction ? line.replace(naming, '__unnamed(') : line;
  });
  return lines
    .join('\n')
    .replace(
      'var __name = (target, value) => ',
      'var __unnamed = (target) => target;\nvar __name = (target, value) => target.name === value ? target : ',
    );
}
