/** A place in a script, by its line from 0. */
interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
}

/** The part of a profile of V8 that is read here. */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[];
  samples: number[];
  /** Microseconds from each sample to the one before it. */
  timeDeltas: number[];
}

/** Times in which a process does nothing of ours. */
const nothing = new Set(['(idle)', '(root)']);

/** The file that a line of a bundle comes from. */
export type SourceOf = (line: number) => string | undefined;

/** Reads a bundle of esbuild, in which a comment stands before what comes from a file. */
export function sourcesIn(bundle: string): SourceOf {
  const begins = bundle.split('\n').flatMap((line, index) => {
    const source = /^\/\/ ([\w@.+/-]+\.[cm]?[jt]s)$/.exec(line.trim())?.[1];
    return source === undefined ? [] : [{ index, source }];
  });
  return (line) => begins.findLast(({ index }) => index <= line)?.source;
}

/** The package, module of Node or folder of the project that a function belongs to. */
export function partOf({ functionName, url, lineNumber }: CallFrame, sourceOf?: SourceOf): string {
  if (functionName.startsWith('(')) return functionName;
  const file = url.endsWith('/processes.cjs') ? `/${sourceOf?.(lineNumber) ?? ''}` : url;
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/g;
  const name = [...file.matchAll(packaged)].at(-1)?.[1];
  if (name) return name;
  if (file.startsWith('node:')) return file.replace(/^(node:)(?:internal\/)?([^/]+).*$/, '$1$2');
  const own = /\/(gateway|server|identity|subgraphs|schema|terms)\/(?:(agency\/[^/]+|[^/.]+)\/)?/.exec(file);
  return own ? [own[1], own[2]].filter(Boolean).join('/') : 'Node itself';
}

/** Microseconds that each part has had in the last seconds of a profile. */
export function timeByPart(
  { nodes, samples, timeDeltas }: CpuProfile,
  seconds: number,
  sourceOf?: SourceOf,
): Map<string, number> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = new Map<number, string>();
  const partAt = (id: number): string => {
    const frame = frames.get(id);
    const part = parts.get(id) ?? (frame ? partOf(frame, sourceOf) : 'Node itself');
    parts.set(id, part);
    return part;
  };
  const times = new Map<string, number>();
  let left = seconds * 1_000_000;
  for (let index = samples.length - 1; index >= 0 && left > 0; index -= 1) {
    const time = timeDeltas[index] ?? 0;
    left -= time;
    const part = partAt(samples[index] ?? 0);
    if (!nothing.has(part)) times.set(part, (times.get(part) ?? 0) + time);
  }
  return times;
}
