/** The camera, opened for as long as a code is looked for; every reason against it has a name. */
import type { Result } from '../../../model/result.ts';

export type CameraFailure =
  /** The page came without a secure connection, so the browser has no camera to give. */
  | { readonly type: 'insecure' }
  | { readonly type: 'noCamera' }
  | { readonly type: 'denied' }
  /** Another app has it, or it does not start. */
  | { readonly type: 'busy' };

/** The one that looks away from the person where there are two. Only its picture; never sound. */
export async function openCamera(): Promise<Result<MediaStream, CameraFailure>> {
  // Where the connection is not secure there is none, whatever the types say.
  const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
  if (typeof devices?.getUserMedia !== 'function')
    return { ok: false, error: { type: isSecureContext ? 'noCamera' : 'insecure' } };
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
    return { ok: true, value: await devices.getUserMedia({ video }) };
  } catch (error) {
    return { ok: false, error: { type: failureOf(error) } };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Names as the standard gives them; browsers agree on these. */
function failureOf(error: unknown): CameraFailure['type'] {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'noCamera';
    default:
      return 'busy';
  }
}
