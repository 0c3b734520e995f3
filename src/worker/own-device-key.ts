/** This device's X25519 key out of its database, made at the first start. */
import type { DeviceDatabase } from '../store/device-database.ts';
import {
  type DeviceKey,
  isStoredDeviceKey,
  isWorkingDeviceKey,
  makeRawDeviceKey,
  makeWebCryptoDeviceKey,
  openDeviceKey,
  type StoredDeviceKey,
} from '../sync/device-key.ts';
import { defaultEnvironment, type SyncEnvironment } from '../sync/environment.ts';

export async function openOwnDeviceKey(
  database: DeviceDatabase,
  randomBytes: SyncEnvironment['randomBytes'],
): Promise<DeviceKey> {
  const { subtle } = defaultEnvironment();
  const stored = await database.deviceKey().catch(() => undefined);
  if (isStoredDeviceKey(stored)) return openDeviceKey(stored, subtle);

  /** Only what comes back from the database as a working key is worth anything after a restart. */
  async function keep(made: StoredDeviceKey): Promise<boolean> {
    try {
      await database.putDeviceKey(made);
      const back = await database.deviceKey();
      return isStoredDeviceKey(back) && (await isWorkingDeviceKey(back, subtle, randomBytes));
    } catch {
      return false;
    }
  }

  const strong = await makeWebCryptoDeviceKey(subtle);
  if (strong !== null && (await keep(strong))) return openDeviceKey(strong, subtle);
  const raw = makeRawDeviceKey(randomBytes);
  await keep(raw);
  return openDeviceKey(raw, subtle);
}
