/**
 * Tells this device's other tabs what they cannot see: that its spaces, or who holds it, have changed, that calendars of
 * the device or documents on its disk have, and that everything here is being deleted.
 */
export interface TabChannel {
  tell(news: TabNews): void;
  close(): void;
}

export type TabNews = 'space' | 'calendars' | 'documents' | 'erased';

const known: ReadonlySet<unknown> = new Set<TabNews>(['space', 'calendars', 'documents', 'erased']);

function isNews(data: unknown): data is TabNews {
  return known.has(data);
}

export function makeTabChannel(name: string, onTold: (news: TabNews) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    // A tab of another version may tell more: then it is looked at again what there is.
    onTold(isNews(data) ? data : 'space');
  };
  return {
    tell: (news) => channel.postMessage(news),
    close: () => channel.close(),
  };
}
