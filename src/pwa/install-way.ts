/** How an app is put on this device, told from what the browser says of itself. Only words depend on it. */
export type InstallWay =
  /** The browser asks by itself, when told to. */
  | 'prompt'
  /** Share, then Add to Home Screen. */
  | 'iosSafari'
  /** The same, in the browser's own menu. */
  | 'iosOther'
  /** File, then Add to Dock. */
  | 'macSafari'
  /** The browser's menu, then Install or Add to Home screen. */
  | 'androidMenu'
  /** An icon at the end of the address, or the menu. */
  | 'chromiumMenu'
  /** This browser cannot. */
  | 'none';

export interface BrowserSigns {
  readonly userAgent: string;
  /** An iPad says that it is a Mac, which has no touch. */
  readonly touchPoints: number;
  /** The browser raised its question and it was kept. */
  readonly prompted: boolean;
}

export function computeInstallWay({ userAgent, touchPoints, prompted }: BrowserSigns): InstallWay {
  if (prompted) return 'prompt';
  const isMac = /Macintosh/.test(userAgent);
  if (/iPhone|iPad|iPod/.test(userAgent) || (isMac && touchPoints > 1))
    return /CriOS|FxiOS|EdgiOS|OPT\//.test(userAgent) ? 'iosOther' : 'iosSafari';
  if (/Android/.test(userAgent)) return 'androidMenu';
  if (/Chrome\/|Chromium\//.test(userAgent)) return 'chromiumMenu';
  return isMac && /Version\/\d+.*Safari\//.test(userAgent) ? 'macSafari' : 'none';
}
