/** JSON in UTF-8, as a few sealed texts of this folder are written. `null` when it is anything but an object. */
const decoder = new TextDecoder();

export function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const plain: unknown = JSON.parse(decoder.decode(bytes));
    return typeof plain === 'object' && plain !== null ? (plain as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
