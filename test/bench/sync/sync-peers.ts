/** The peers' packages, and the little of them that is used here, typed. */
import type * as Y from 'yjs';

export interface HocuspocusServerModule {
  readonly Server: new (options: {
    readonly port: number;
    readonly address: string;
    readonly quiet: boolean;
  }) => { listen(): Promise<unknown>; readonly address: { readonly port: number } };
}

export interface HocuspocusProviderModule {
  readonly HocuspocusProviderWebsocket: new (options: {
    readonly url: string;
    readonly WebSocketPolyfill: unknown;
  }) => object;
  readonly HocuspocusProvider: new (options: {
    readonly websocketProvider: object;
    readonly name: string;
    readonly document: Y.Doc;
  }) => { attach(): void };
}

// Not there when the rest is type-checked: their names are kept from the compiler.
const names = {
  hocuspocusServer: '@hocuspocus/server',
  hocuspocusProvider: '@hocuspocus/provider',
  yWebsocketServer: '@y/websocket-server/server',
  yjs: 'yjs',
};

export async function loadHocuspocusServer(): Promise<HocuspocusServerModule> {
  return (await import(names.hocuspocusServer)) as HocuspocusServerModule;
}

export async function loadHocuspocusProvider(): Promise<HocuspocusProviderModule> {
  return (await import(names.hocuspocusProvider)) as HocuspocusProviderModule;
}

/** Starts it: the module is the program. */
export async function loadYWebsocketServer(): Promise<void> {
  await import(names.yWebsocketServer);
}

/** The one that the peers' packages use: documents of two copies of Yjs do not mix. */
export async function loadPeersYjs(): Promise<typeof Y> {
  return (await import(names.yjs)) as typeof Y;
}
