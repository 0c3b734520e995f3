/** In which ways somebody can be reached from here, the one that suits best first. */
import type { ContactWay } from '../../../model/contact-way.ts';
import type { ReachView } from '../../../views/contact-view.ts';
import { callAddress, mailAddress, type MessagesFlavour, textAddress } from './contact-address.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export type OpenWay =
  | { readonly how: 'call' | 'text' | 'mail'; readonly address: string }
  /** Through the system's own sheet, or the clipboard where there is none. */
  | { readonly how: 'share' };

/** `reach`: null where nobody is named; then the receiver is chosen in the app that opens. */
export function reachWays(
  reach: ReachView | null,
  best: ContactWay,
  { subject, text }: Letter,
  flavour: MessagesFlavour,
): readonly OpenWay[] {
  const { phone = '', text: textTo = phone, mail = '' } = reach?.channels ?? {};
  const ways: readonly OpenWay[] = [
    ...open('call', callAddress(phone)),
    ...open('text', textAddress(textTo, text, flavour)),
    ...(reach !== null && mail.trim() === '' ? [] : open('mail', mailAddress(mail, subject, text))),
    { how: 'share' },
  ];
  return ways.toSorted((a, b) => Number(b.how === best) - Number(a.how === best));
}

function open(how: 'call' | 'text' | 'mail', address: string | null): readonly OpenWay[] {
  return address === null ? [] : [{ how, address }];
}

/** What would have to be added for the way that suits best; null when nothing is missing. */
export function missingChannel(reach: ReachView | null, best: ContactWay): 'phone' | 'mail' | null {
  if (reach === null) return null;
  const { phone = '', text = phone, mail = '' } = reach.channels;
  switch (best) {
    case 'call':
      return callAddress(phone) === null ? 'phone' : null;
    case 'text':
      return callAddress(text) === null ? 'phone' : null;
    case 'mail':
      return mailAddress(mail, '', '') === null || mail.trim() === '' ? 'mail' : null;
    case 'share':
      return null;
  }
}
