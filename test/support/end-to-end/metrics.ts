import { request } from './callers.ts';

/** The sum of a metric's samples that have all these labels, as a process tells it at /metrics. */
export async function metric(address: string, name: string, labels: Record<string, string>): Promise<number> {
  const { text } = await request(`${address}/metrics`);
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && wanted.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
