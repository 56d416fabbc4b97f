import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFile, sourceFile } from './source-file.ts';

const isSource = (path: string): boolean =>
  /\.tsx?$/.test(path) && !/(?:^|\/)(?:generated|dist|bundle)\/|^test\/|\.d\.ts$/.test(path);

const git = (root: string, ...options: string[]): string =>
  execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });

const inWorkTree = (root: string): SourceFile[] =>
  git(root, 'ls-files', '--cached', '--others', '--exclude-standard')
    .split('\n')
    .filter((path) => isSource(path) && existsSync(join(root, path)))
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));

const inCommit = (root: string, commit: string): SourceFile[] =>
  git(root, 'ls-tree', '-r', '--name-only', commit)
    .split('\n')
    .filter(isSource)
    .map((path) => sourceFile(path, git(root, 'show', `${commit}:${path}`)));

/** The sources of the project, without tests and what is generated: as they lie there, or as a commit has them. */
export const readTree = (root: string, commit?: string): SourceFile[] =>
  commit === undefined ? inWorkTree(root) : inCommit(root, commit);
