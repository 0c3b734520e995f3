/**
 * A passphrase that nobody guesses: 100 random bits as five groups, in an alphabet without letters that look
 * alike, as easily said as written down.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 5;
const groupLength = 4;

export function suggestPassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(groups * groupLength));
  const letters = Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
  return (letters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}
