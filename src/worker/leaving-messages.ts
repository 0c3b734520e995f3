/** What the page is told before a space goes from this device. */
import type { Access } from '../model/access.ts';

/** What leaving a space, or deleting what is left of one, would take away. */
export interface LeavingView {
  readonly kind: 'leaving';
  readonly name: string;
  readonly access: Access;
  /** Batons I hold there. */
  readonly holdingCount: number;
  /** Something here has not reached the relay. */
  readonly pending: boolean;
  /** The others hear of it now. */
  readonly connected: boolean;
  /** Other devices that have all of it. */
  readonly otherDevices: number;
  /** No other device can remove devices. */
  readonly lastOwner: boolean;
  readonly runs: number;
}
