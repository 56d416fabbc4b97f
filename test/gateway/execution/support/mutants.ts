import type { Edit } from '../../../support/source-copy.ts';

/** A mistake in the executor, and the trap that must notice it. */
export interface Mutant extends Edit {
  trap: string;
}

const inFolder = (trap: string, file: string, from: string, to: string): Mutant => ({ trap, file, from, to });

/** One for each trap, at least. */
export const mutants: readonly Mutant[] = [
  inFolder('null propagation', 'compile-shape.ts', 'if (isRequired) return false;', ''),
  inFolder('null propagation', 'compile-shape.ts', 'hasFailed ||= isRequired;', ''),
  inFolder('null propagation', 'compiled-operation.ts', 'completed === failed ? null : completed', '{}'),
  inFolder(
    'leaves',
    'leaf-check.ts',
    "typeof value === 'string' || isInteger(value)",
    "typeof value === 'string'",
  ),
  inFolder('leaves', 'leaf-check.ts', '[GraphQLInt.name, isInteger]', '[GraphQLInt.name, Number.isFinite]'),
  inFolder('inaccessible values', 'leaf-check.ts', 'values.has(value)', "typeof value === 'string'"),
  inFolder('own properties', 'own.ts', 'Object.hasOwn(object, key) ? object[key] : undefined', 'object[key]'),
  inFolder('prototypes', 'own.ts', "if (key === '__proto__')", 'if (key === "")'),
  inFolder(
    '__typename',
    'compile-shape.ts',
    'setOwn(into, key, type.name)',
    'setOwn(into, key, _value[key])',
  ),
  inFolder(
    '__typename',
    'compile-shape.ts',
    "own(value, '__typename') ?? type.name",
    "own(value, '__typename')",
  ),
  inFolder('__typename', 'compile-shape.ts', 'schema.isSubType(type, named) ? named : undefined', 'named'),
  inFolder(
    'type conditions',
    'collect-fields.ts',
    'if (!typeCondition || typeCondition.name.value === type.name) return true;',
    'return true;',
  ),
  inFolder(
    'type conditions',
    'collect-fields.ts',
    'if (same) same.push(selection);\n        else fields.set',
    'fields.set',
  ),
  inFolder(
    '@skip and @include',
    'collect-fields.ts',
    'return !conditionOf(directive, isTrue)',
    'return conditionOf(directive, isTrue)',
  ),
  inFolder(
    '@skip and @include',
    'collect-fields.ts',
    'if (!isIncluded(selection, isTrue)) continue;',
    'if (selection.kind !== Kind.FIELD && !isIncluded(selection, isTrue)) continue;',
  ),
  inFolder('@skip and @include', 'compiled-operation.ts', "(isTrue(name) ? '1' : '0')", "'0'"),
  inFolder('@requires', 'compile-representation.ts', 'if (value === undefined) return false;', ''),
  inFolder(
    '@requires',
    'compile-representation.ts',
    'if (value === undefined) return false;',
    'if (value === undefined || value === null) return false;',
  ),
  inFolder('@requires', 'compile-representation.ts', 'if (Array.isArray(value)) return value.map(each);', ''),
  inFolder(
    '@requires',
    'compile-representation.ts',
    "isOfType(own(entity, '__typename'), typeCondition) ? representing(entity) : null",
    'isOfType(typeCondition, typeCondition) ? representing(entity) : null',
  ),
  inFolder(
    '_entities of another length',
    'compile-fetch.ts',
    'if (answered.length !== representations.length)',
    'if (answered.length > representations.length)',
  ),
  inFolder(
    'error paths',
    'compile-fetch.ts',
    'places.get(entity) ?? []',
    '[...places.values()][index] ?? []',
  ),
  inFolder('error paths', 'compile-fetch.ts', 'list < 0 ? [...path] : path.slice(0, list)', '[...path]'),
  inFolder(
    'mutations',
    'compile-plan.ts',
    'for (const step of steps) await step(run);',
    'await Promise.all(steps.map((step) => step(run)));',
  ),
  inFolder('introspection', 'introspect.ts', 'used.has(variable.name.value)', '!variable'),
  inFolder(
    'introspection',
    'introspect.ts',
    "'name' in each && reached.has(each.name?.value ?? '')",
    '!each',
  ),
  inFolder(
    'variables',
    'compile-fetch.ts',
    'for (const name of variableUsages) {',
    'for (const name of Object.keys(run.variables)) {',
  ),
  inFolder(
    'representations',
    'compile-fetch.ts',
    'asked.representations.push(made);',
    'asked.representations.push(made);\n      known?.clear();',
  ),
  inFolder('representations', 'compile-fetch.ts', '(copyOf(answer) as Data)', 'answer'),
  inFolder(
    'wrong form',
    'compile-shape.ts',
    'if (!Array.isArray(value)) return report(',
    "if (!Array.isArray(value)) throw new Error('no list');\n    if (!at) return report(",
  ),
  inFolder('wrong form', 'compile-shape.ts', 'if (!isData(value)) return report(', 'if (!at) return report('),
  inFolder(
    'wrong form',
    'entities-at.ts',
    'if (!isData(value) || step === every) return;',
    "if (step === every) throw new Error('no list');\n  if (!isData(value)) return;",
  ),
  inFolder(
    'wrong values beside errors',
    'compiled-operation.ts',
    'problems.filter(({ isMissing }) => !isMissing)',
    '[]',
  ),
  inFolder(
    'order of fields',
    'compile-shape.ts',
    '[...collectFields(sets, type, parts)]',
    '[...collectFields(sets, type, parts)].reverse()',
  ),
  inFolder(
    'fragments inside fragments',
    'collect-fields.ts',
    "return isAbstractType(condition) && 'getFields' in type && schema.isSubType(condition, type);",
    'return false;',
  ),
];
