/**
 * What another app shared to Baton, between the service worker that takes it and the page that shows it. It waits in
 * a cache of this device: never in an address, where servers and histories would keep it.
 */
export interface SharedText {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

const store = 'baton-shared';
const latest = '/share/latest';
/** Nobody makes steps of more than this, characters. */
const longest = 20_000;

function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, longest).trim() : '';
}

/** Answers what the system posts to the share target: keeps it, and leads to the screen that asks what it is. */
export async function receiveShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const shared: SharedText = {
    title: readField(form, 'title'),
    text: readField(form, 'text'),
    url: readField(form, 'url'),
  };
  const cache = await caches.open(store);
  await cache.put(latest, Response.json(shared));
  return Response.redirect('/share', 303);
}

function isShared(value: unknown): value is SharedText {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ['title', 'text', 'url'].every((name) => typeof fields[name] === 'string');
}

/** Null when nothing waits. */
export async function readShared(): Promise<SharedText | null> {
  try {
    const kept = await (await caches.open(store)).match(latest);
    const value: unknown = await kept?.json();
    return isShared(value) ? value : null;
  } catch {
    return null;
  }
}

export async function forgetShared(): Promise<void> {
  await caches.delete(store).catch(() => false);
}

/** One text out of what apps put into three fields, each of them as they like. */
export function sharedToText({ title, text, url }: SharedText): string {
  const parts = [title, text, url].filter((part) => part !== '');
  return parts
    .filter((part, at) => !parts.some((other, place) => place !== at && holds(other, part, place < at)))
    .join('\n');
}

/** Of two that are the same, the first stays. */
function holds(other: string, part: string, isEarlier: boolean): boolean {
  return other === part ? isEarlier : other.includes(part);
}
