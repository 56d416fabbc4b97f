import type { FetchDataRewrite } from '@apollo/query-planner';
import type { IsOfType } from './compile-representation.ts';
import { isData, own, setOwn } from './own.ts';

type Rewrite = (value: unknown) => void;

const onType = '... on ';

function compileRewrite(rewrite: FetchDataRewrite, isOfType: IsOfType): Rewrite {
  const { path } = rewrite;
  const last = path.at(-1) ?? '';
  const apply = (value: unknown, at: number): void => {
    if (Array.isArray(value)) {
      for (const item of value) apply(item, at);
      return;
    }
    if (!isData(value)) return;
    const step = path[at];
    if (at === path.length - 1) {
      if (rewrite.kind === 'ValueSetter') {
        setOwn(value, last, rewrite.setValueTo);
        return;
      }
      const renamed = own(value, last);
      if (renamed === undefined) return;
      setOwn(value, rewrite.renameKeyTo, renamed);
      setOwn(value, last, undefined);
    } else if (step?.startsWith(onType)) {
      const typename = own(value, '__typename');
      if (typename === undefined || isOfType(typename, step.slice(onType.length))) apply(value, at + 1);
    } else if (step !== undefined) apply(own(value, step), at + 1);
  };
  return (value) => apply(value, 0);
}

/** Compiles what is changed in a representation before it is sent, or in an answer before it is merged. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: IsOfType,
): Rewrite | undefined {
  const compiled = (rewrites ?? [])
    .filter(({ path }) => path.length > 0)
    .map((rewrite) => compileRewrite(rewrite, isOfType));
  if (compiled.length === 0) return undefined;
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}
