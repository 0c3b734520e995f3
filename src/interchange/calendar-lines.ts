/** Content lines of iCalendar files (RFC 5545, section 3.1): folding, escaping, names and parameters. */

const mostOctets = 75;

/** At most 75 octets a line, never cut inside a character; each line ends with CRLF. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return `${folded}\r\n`;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** TEXT values (3.3.11); control characters have no place in a file. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

export interface ContentLine {
  /** In capitals, as its parameters' names are. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

export function readContentLines(text: string): readonly ContentLine[] {
  const unfolded = text.replace(/^\uFEFF/, '').replace(/(?:\r\n|\r|\n)[ \t]/g, '');
  return unfolded.split(/\r\n|\r|\n/).flatMap((line) => readContentLine(line) ?? []);
}

function readContentLine(line: string): ContentLine | null {
  const match = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;]*))*):(.*)$/s.exec(line);
  if (match === null) return null;
  const [, name = '', written = '', value = ''] = match;
  const parameters = new Map<string, string>();
  for (const [, key = '', quoted, plain] of written.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^":;]*))/g))
    parameters.set(key.toUpperCase(), quoted ?? plain ?? '');
  return { name: name.toUpperCase(), parameters, value };
}
