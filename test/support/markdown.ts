import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Folders without pages of ours: hidden ones, dependencies, and what a build makes. */
const isSkipped = (name: string) => name.startsWith('.') || ['node_modules', 'dist', 'bundle'].includes(name);

/** The Markdown files of the project, as paths from its root. */
export function markdownFiles(folder = '.'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isSkipped(entry.name)) return [];
    if (entry.isDirectory()) return markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The text of a file of the project's. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const exists = (path: string) => existsSync(join(root, path));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !isSkipped(entry.name))
  .map(({ name }) => name);

const withoutBlocks = (text: string) => text.replace(/^ *```.*?^ *```/gms, '');
const pathForm = /^[\w.-]+(?:\/[\w.<>*-]+)*\/?$/;
const fileForm = /\w\.(?:tsx?|cjs|mjs|js|json|graphql|md|ya?ml)$/;

/** True for text in backticks that names a file or folder of the repository. */
const looksLikePath = (text: string): boolean =>
  pathForm.test(text) &&
  (fileForm.test(text) ||
    text.endsWith('/') ||
    (text.includes('/') && folders.includes(text.split('/')[0] ?? '')));

/** The repository has no files that a build makes. */
const isBuilt = (path: string) => /(?:^|\/)(?:dist|bundle)(?:\/|$)/.test(path);

/** A folder, and all folders that it lies in. */
const upFrom = (folder: string): string[] => (folder === '.' ? ['.'] : [folder, ...upFrom(dirname(folder))]);

const agencies = ['belarus', 'russia'];
const isThere = (path: string, from: string): boolean =>
  agencies
    .map((agency) => path.replace('<agency>', agency))
    .every((one) => upFrom(dirname(from)).some((folder) => exists(join(folder, one))));

/**
 * The paths in backticks in a page that lead nowhere, neither from the page's own folder nor from one that it lies in.
 * `<agency>` stands for each of them.
 */
export const deadPaths = (text: string, from: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => looksLikePath(path) && !isBuilt(path) && !isThere(path, from));

/** The name by which a heading of a page is linked to. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The second heading of one name gets `-1`, the third `-2`. */
function anchorsIn(text: string): string[] {
  const names = [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before > 0 ? `${name}-${before}` : name;
  });
}

function isLinked(target: string, from: string): boolean {
  const [path, anchor] = target.split('#');
  const file = path ? join(dirname(from), path) : from;
  return exists(file) && (!anchor || anchorsIn(textOf(file)).includes(anchor));
}

/** The links of a page to files and headings of the project that are not there. */
export const deadLinks = (text: string, from: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !isLinked(target, from));

/** The number of lines in a page, headings and blank lines left out. */
export const contentLines = (text: string): number =>
  text.split('\n').filter((line) => line.trim() && !line.startsWith('#')).length;
