/** Tells this device's other tabs that it now has a space, so that they stop showing the first run. */
export interface TabChannel {
  tell(): void;
  close(): void;
}

export function makeTabChannel(name: string, onTold: () => void): TabChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => onTold();
  return {
    tell: () => channel.postMessage('space'),
    close: () => channel.close(),
  };
}
