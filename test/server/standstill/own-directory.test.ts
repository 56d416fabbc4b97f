import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { ownDirectory } from '../../../server/standstill/own-directory.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const user = process.getuid?.() ?? 0;
let parents = 0;
function newParent() {
  parents += 1;
  const parent = directory.path(`parent-${parents}`);
  mkdirSync(parent);
  return { parent, path: `${parent}/concord-${user}` };
}

describe('the folder of one user in the temporary one', () => {
  test('is made so that nobody else can read or write it, and is found again', () => {
    const { parent, path } = newParent();
    expect(ownDirectory(parent)).toBe(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(ownDirectory(parent)).toBe(path);
  });

  test.each([0o770, 0o707, 0o755, 0o711])('is none that is open to others: %o', (mode) => {
    const { parent, path } = newParent();
    mkdirSync(path);
    chmodSync(path, mode);
    expect(ownDirectory(parent)).toBeUndefined();
  });

  test('is none of another user, whoever has made it', () => {
    const { parent } = newParent();
    mkdirSync(`${parent}/concord-${user + 1}`, { mode: 0o700 });
    expect(ownDirectory(parent, user + 1)).toBeUndefined();
  });

  test('is no link, and no file', () => {
    const [linked, filed] = [newParent(), newParent()];
    mkdirSync(`${linked.parent}/elsewhere`, { mode: 0o700 });
    symlinkSync(`${linked.parent}/elsewhere`, linked.path);
    writeFileSync(filed.path, '');
    expect(ownDirectory(linked.parent)).toBeUndefined();
    expect(ownDirectory(filed.parent)).toBeUndefined();
  });

  test('is none where there is no temporary one', () => {
    expect(ownDirectory('/dev/null/nowhere')).toBeUndefined();
  });
});
