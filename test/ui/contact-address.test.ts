import { describe, expect, it } from 'vitest';
import {
  callAddress,
  flavourOf,
  isMailAddress,
  mailAddress,
  textAddress,
} from '../../src/ui/screens/contact/contact-address.ts';
import { missingChannel, reachWays } from '../../src/ui/screens/contact/reach-ways.ts';

/** What a mail or message app reads out of an address. */
function fieldsOf(address: string | null): Readonly<Record<string, string>> {
  const query = address?.slice(address.indexOf('?') + 1) ?? '';
  return Object.fromEntries(
    query.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, decodeURIComponent(value)];
    }),
  );
}

const awkward = 'Hi & bye = 100% #1?\nZoë, 11:30 – 東京 🛫 + "tea"';

describe('callAddress', () => {
  it.each<[string, string | null]>([
    ['+351 912 345 678', 'tel:+351912345678'],
    ['(020) 7946-0958', 'tel:02079460958'],
    ['+44 (0)20 7946 0958', 'tel:+442079460958'],
    ['(+49) 30 1234', 'tel:+49301234'],
    ['555 0100 ext. 12', 'tel:5550100;ext=12'],
    ['555 0100 x12', 'tel:5550100;ext=12'],
    ['*31#5550100', 'tel:*31%235550100'],
    ['５５５', 'tel:555'],
    ['', null],
    ['ask Sam', null],
    ['+', null],
  ])('%j is dialled as %j', (typed, address) => {
    expect(callAddress(typed)).toBe(address);
  });
});

describe('textAddress', () => {
  it('puts the text after what each platform reads', () => {
    expect(textAddress('555', 'On time?', 'other')).toBe('sms:555?body=On%20time%3F');
    expect(textAddress('555', 'On time?', 'apple')).toBe('sms:555&body=On%20time%3F');
    expect(flavourOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)')).toBe('apple');
    expect(flavourOf('Mozilla/5.0 (Linux; Android 15)')).toBe('other');
  });

  it('carries lines, ampersands and every script through, and an empty text not at all', () => {
    expect(fieldsOf(textAddress('555', awkward, 'other'))).toEqual({ body: awkward });
    expect(textAddress('555', '  ', 'other')).toBe('sms:555');
    expect(textAddress('nobody', 'x', 'other')).toBeNull();
  });

  it('does not fail at half of a character', () => {
    expect(textAddress('555', 'cut \ud83d', 'other')).toBe('sms:555?body=cut%20%EF%BF%BD');
  });
});

describe('mailAddress', () => {
  it('keeps subject and body whole, ends lines as mail does, and never breaks out of a field', () => {
    const address = mailAddress('ana+trip@example.org', 'Re: a & b', awkward);
    expect(address?.startsWith('mailto:ana%2Btrip@example.org?')).toBe(true);
    expect(fieldsOf(address)).toEqual({
      subject: 'Re: a & b',
      body: awkward.replace('\n', '\r\n'),
    });
    expect(fieldsOf(mailAddress('', 's\nbcc: x@y.z', 'a\r\nb\rc'))).toEqual({
      subject: 's bcc: x@y.z',
      body: 'a\r\nb\r\nc',
    });
  });

  it('writes to several, or to whoever is chosen then', () => {
    expect(mailAddress('a@x.org, b@y.org', '', '')).toBe('mailto:a@x.org,b@y.org');
    expect(mailAddress('', '', '')).toBe('mailto:');
    expect(mailAddress('a@x.org?bcc=b@y.org', '', '')).toBeNull();
    expect(mailAddress('a?bcc=b@y.org', '', '')).toBe('mailto:a%3Fbcc%3Db@y.org');
  });

  it('knows an address from something else', () => {
    expect(['sam@example.org', ' sam@x ', 'josé@exämple.org'].every(isMailAddress)).toBe(true);
    expect(['', 'sam', '@x', 'a@b@c', 'a b@c'].some(isMailAddress)).toBe(false);
  });
});

describe('the ways to reach somebody', () => {
  const letter = { subject: 's', text: 't' };
  const sam = (channels: object) => ({ person: null, name: 'Sam', channels });
  const hows = (...given: Parameters<typeof reachWays>) => reachWays(...given).map(({ how }) => how);

  it('are those that the person has, the one that suits best first, and sharing always', () => {
    expect(hows(sam({ phone: '1', mail: 'a@b' }), 'mail', letter, 'other')).toEqual([
      'mail',
      'call',
      'text',
      'share',
    ]);
    expect(hows(sam({ phone: '1' }), 'mail', letter, 'other')).toEqual(['call', 'text', 'share']);
    expect(hows(sam({}), 'call', letter, 'other')).toEqual(['share']);
    expect(hows(null, 'share', letter, 'other')).toEqual(['share', 'mail']);
  });

  it('text where texts go, which need not be the phone', () => {
    const [, text] = reachWays(sam({ phone: '1', text: '2' }), 'call', letter, 'other');
    expect(text).toEqual({ how: 'text', address: 'sms:2?body=t' });
  });

  it('say what would have to be added', () => {
    expect(missingChannel(sam({}), 'call')).toBe('phone');
    expect(missingChannel(sam({ text: '2' }), 'text')).toBeNull();
    expect(missingChannel(sam({ text: '2' }), 'call')).toBe('phone');
    expect(missingChannel(sam({ phone: '1', mail: 'nonsense' }), 'mail')).toBe('mail');
    expect(missingChannel(sam({}), 'share')).toBeNull();
    expect(missingChannel(null, 'mail')).toBeNull();
  });
});
