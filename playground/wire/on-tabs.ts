/**
 * A message from one tab of this browser to the others about the session that they share. It is a reason to look, never
 * believed.
 */
export type TabMessage = { told: 'signed-in' } | { told: 'signed-out'; person: string };

const channelName = 'concord-session';

export function tellTabs(message: TabMessage): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(message);
  channel.close();
}

/** @returns how to stop listening */
export function onTabs(listener: (message: TabMessage) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
  return () => channel.close();
}
