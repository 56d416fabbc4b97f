'use strict';

/**
 * `npm start`, `npm test` and `npm ci` run this first: a Node that is too old is one line, and no syntax error of a file
 * that it cannot read. Written for Node 6 and newer, and without a dependency, since none may be installed.
 */
const needed = require('../../package.json').engines.node.replace('>=', '');

/** Tells whether `one` comes before `other`, both of them numbers with dots. */
function isBefore(one, other) {
  const ones = one.split('.').map(Number);
  const others = other.split('.').map(Number);
  const differs = ones.findIndex((number, index) => number !== others[index]);
  return differs !== -1 && ones[differs] < others[differs];
}

const found = process.versions.node;
if (isBefore(found, needed)) {
  process.stderr.write(
    `Concord needs Node ${needed} or newer; this is Node ${found} (${process.execPath}).\n`,
  );
  process.exit(1);
}
