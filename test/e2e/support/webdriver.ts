/** The part of the WebDriver protocol that the harness speaks. Source: https://www.w3.org/TR/webdriver2/ */

/** The member by which WebDriver tells elements from other objects. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebDriver {
  /** Makes `window` the one that the next commands go to. */
  switchTo(window: string): Promise<void>;
  openWindow(): Promise<string>;
  closeWindow(): Promise<void>;
  currentWindow(): Promise<string>;
  windows(): Promise<readonly string[]>;
  navigate(url: string): Promise<void>;
  refresh(): Promise<void>;
  url(): Promise<string>;
  /** `script` is a function's body; promises it returns are awaited, elements become handles. */
  execute(script: string, args: readonly unknown[]): Promise<unknown>;
  clickElement(handle: string): Promise<void>;
  sendKeys(handle: string, text: string): Promise<void>;
  keyActions(
    actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[],
  ): Promise<void>;
  setWindowSize(width: number, height: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  quit(): Promise<void>;
}

export async function isDriverReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/status`)).ok;
  } catch {
    return false;
  }
}

export async function openSession(address: string, capabilities: object): Promise<WebDriver> {
  const { sessionId } = (await request(address, 'POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })) as { readonly sessionId: string };
  const send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    request(address, method, `/session/${sessionId}${path}`, body);
  return {
    switchTo: async (handle) => void (await send('POST', '/window', { handle })),
    openWindow: async () =>
      ((await send('POST', '/window/new', { type: 'tab' })) as { handle: string }).handle,
    closeWindow: async () => void (await send('DELETE', '/window')),
    currentWindow: async () => String(await send('GET', '/window')),
    windows: async () => (await send('GET', '/window/handles')) as readonly string[],
    navigate: async (url) => void (await send('POST', '/url', { url })),
    refresh: async () => void (await send('POST', '/refresh', {})),
    url: async () => String(await send('GET', '/url')),
    execute: async (script, args) => {
      const value = await send('POST', '/execute/sync', { script, args });
      return isElement(value) ? value[elementKey] : value;
    },
    clickElement: async (handle) => void (await send('POST', `/element/${handle}/click`, {})),
    sendKeys: async (handle, text) => void (await send('POST', `/element/${handle}/value`, { text })),
    keyActions: async (actions) => {
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
      await send('DELETE', '/actions');
    },
    setWindowSize: async (width, height) => void (await send('POST', '/window/rect', { width, height })),
    screenshot: async () => Buffer.from(String(await send('GET', '/screenshot')), 'base64'),
    quit: async () => void (await send('DELETE', '')),
  };
}

/** As an argument of a script: the element itself. */
export function elementArgument(handle: string): Readonly<Record<string, string>> {
  return { [elementKey]: handle };
}

function isElement(value: unknown): value is Readonly<Record<typeof elementKey, string>> {
  return typeof value === 'object' && value !== null && elementKey in value;
}

async function request(address: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(address + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) {
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  }
  return value;
}
