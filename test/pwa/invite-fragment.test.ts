import { describe, expect, it } from 'vitest';
import { takeInviteFragment } from '../../src/pwa/invite-fragment.ts';

describe('an invite in the address', () => {
  it('is taken once and leaves the address without it', () => {
    const address = { pathname: '/join', hash: '#invite=secret' };
    const replace = (path: string): void => {
      address.pathname = path;
      address.hash = '';
    };
    expect(takeInviteFragment(address, replace)).toBe('invite=secret');
    expect(address).toEqual({ pathname: '/join', hash: '' });
    expect(takeInviteFragment(address, replace)).toBeNull();
  });

  it('is not looked for at other addresses, whose fragments stay', () => {
    const never = (): never => {
      throw new Error('the address was changed');
    };
    expect(takeInviteFragment({ pathname: '/people', hash: '#main' }, never)).toBeNull();
    expect(takeInviteFragment({ pathname: '/join', hash: '#' }, never)).toBeNull();
  });
});
