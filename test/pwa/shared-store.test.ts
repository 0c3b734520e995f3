import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetShared, readShared, receiveShared, sharedToText } from '../../src/pwa/shared-store.ts';

const kept = new Map<string, Map<string, Response>>();

beforeEach(() => {
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const cache = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, cache);
      return {
        put: async (key: string, response: Response) => void cache.set(key, response),
        match: async (key: string) => cache.get(key)?.clone(),
      };
    },
    delete: async (name: string) => kept.delete(name),
  });
  vi.stubGlobal(
    'Response',
    class extends Response {
      static override redirect(url: string, status: number): Response {
        return new Response(null, { status, headers: { location: url } });
      }
    },
  );
});
afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

function post(fields: Readonly<Record<string, string>>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return { formData: async () => form } as unknown as Request;
}

describe('what is shared to the app', () => {
  it('waits on the device until it is forgotten, and leads to an address that says nothing of it', async () => {
    const answer = await receiveShared(
      post({ title: 'Camp', text: 'Bring boots', url: 'https://camp.example/7' }),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/share');
    expect(await readShared()).toEqual({ title: 'Camp', text: 'Bring boots', url: 'https://camp.example/7' });
    await forgetShared();
    expect(await readShared()).toBeNull();
  });

  it('may leave fields out, and be very long', async () => {
    await receiveShared(post({ text: 'x'.repeat(50_000) }));
    const shared = await readShared();
    expect(shared?.title).toBe('');
    expect(shared?.text).toHaveLength(20_000);
  });

  it('becomes one text without saying anything twice', () => {
    const url = 'https://camp.example/7';
    expect(sharedToText({ title: 'Camp', text: 'Bring boots', url })).toBe(`Camp\nBring boots\n${url}`);
    expect(sharedToText({ title: 'Camp', text: `Camp ${url}`, url })).toBe(`Camp ${url}`);
    expect(sharedToText({ title: url, text: url, url })).toBe(url);
    expect(sharedToText({ title: '', text: '', url: '' })).toBe('');
  });
});
