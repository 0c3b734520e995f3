/**
 * Tells this device's other tabs what they cannot see: that its spaces, or who holds it, have changed, and that
 * everything here is being deleted.
 */
export interface TabChannel {
  tell(news: TabNews): void;
  close(): void;
}

export type TabNews = 'space' | 'erased';

export function makeTabChannel(name: string, onTold: (news: TabNews) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onTold(data === 'erased' ? 'erased' : 'space');
  return {
    tell: (news) => channel.postMessage(news),
    close: () => channel.close(),
  };
}
