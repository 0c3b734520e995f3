/**
 * Addresses that open the device's own phone, messages and mail with everything filled in: `tel:` (RFC 3966),
 * `sms:` (RFC 5724) and `mailto:` (RFC 6068).
 *
 * Invariants: total; text that a person typed is always encoded, so it can neither end the address nor add a
 * field to it. Null where nothing of it could be dialled or written to.
 */

/** Apple's messages take the text after `&`, all others after `?`. */
export type MessagesFlavour = 'apple' | 'other';

export function flavourOf(userAgent: string): MessagesFlavour {
  return /iPhone|iPad|iPod|Macintosh/.test(userAgent) ? 'apple' : 'other';
}

export function callAddress(phone: string): string | null {
  const { number, extension } = readPhone(phone);
  if (number === null) return null;
  return `tel:${number}${extension === null ? '' : `;ext=${extension}`}`;
}

export function textAddress(phone: string, text: string, flavour: MessagesFlavour): string | null {
  const { number } = readPhone(phone);
  if (number === null) return null;
  const body = text.trim() === '' ? '' : `${flavour === 'apple' ? '&' : '?'}body=${encode(text)}`;
  return `sms:${number}${body}`;
}

/** `to`: one address or several with commas; empty: whoever is chosen in the mail. */
export function mailAddress(to: string, subject: string, text: string): string | null {
  const receivers = to
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (!receivers.every(isMailAddress)) return null;
  const addresses = receivers.map((each) => encode(each).replaceAll('%40', '@')).join(',');
  const fields = [
    ...(subject.trim() === '' ? [] : [`subject=${encode(subject.replaceAll(/\s*[\r\n]+\s*/g, ' '))}`]),
    // Mail ends its lines with both.
    ...(text.trim() === '' ? [] : [`body=${encode(text.replaceAll(/\r\n?|\n/g, '\r\n'))}`]),
  ];
  return `mailto:${addresses}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text.trim());
}

interface ReadPhone {
  /** Digits with a plus in front, `*` and `#`; null when there is no digit. */
  readonly number: string | null;
  readonly extension: string | null;
}

function readPhone(typed: string): ReadPhone {
  // Digits of other scripts' wide forms become plain ones.
  const plain = typed.normalize('NFKC').trim();
  const parted = /^(.*?)\s*(?:ext\.?|x)\s*(\d{1,7})$/i.exec(plain);
  const main = parted?.[1] ?? plain;
  const isInternational = main.startsWith('+') || main.startsWith('(+');
  // "+44 (0)20 …": the nought is dialled only inside the country.
  const dialled = isInternational ? main.replace(/\(0\)/, '') : main;
  const kept = dialled.replaceAll(/[^\d*#]/g, '');
  if (!/\d/.test(kept)) return { number: null, extension: null };
  return {
    number: `${isInternational ? '+' : ''}${kept.replaceAll('#', '%23')}`,
    extension: parted?.[2] ?? null,
  };
}

/** Half of a surrogate pair, which a cut text may end with, cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
