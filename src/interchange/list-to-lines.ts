/**
 * Steps out of a list that was copied from a message or a mail. Bullets, numbers, boxes, quotation marks, names of
 * who wrote it and stamps of time go; greetings, farewells and signatures are told apart, so that they can be put back.
 *
 * Invariants: total and pure; the lines come in their order, and no word of them is lost but bullets and stamps.
 */
import { collapseSpace, foldText, withoutMarksBeforeWords } from './folded-text.ts';

export interface ListLine {
  readonly text: string;
  /** It is a step, or a part of one. */
  readonly kept: boolean;
}

const greeting = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning)\b[^.:?]{0,40}[,!.]*$/iu;
const farewell =
  /^(?:thanks|thank you|thx|many thanks|cheers|best|regards|love|see you|bye|talk soon|yours|(?:best|kind|warm) regards|sincerely)\b[^?:]{0,40}[,!.]*$/iu;
/** What mail programs write. */
const frame =
  /^(?:(?:from|to|cc|sent|subject|date|re|fwd?):\s.*|on .{4,80} wrote:|-{2,}\s*(?:original|forwarded) .*|sent from my .*|get outlook .*|<?https?:\/\/\S+>?|[-_=*]{3,})$/iu;
const stamp = /^\[?\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]m)?\)?\]?\s*(?:[-–]\s*)?/iu;
const chatStamp =
  /^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]m)?\]?\s*(?:[-–]\s*)?/iu;
const speaker = /^(\p{Lu}[\p{L}'’-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,20})?):\s+(?=\S)/u;
const bullet = /^(?:[-–—*•·▪◦‣○●■□☐☑✓✔➤→]+|\(?\d{1,3}[.):]|\(?[a-z][.)]|\[[ xX✓]?\])\s+/u;

/** `names`: of people who may have written it. */
export function listToLines(
  pasted: string,
  names: readonly string[],
): { readonly lines: readonly ListLine[] } {
  const speakers = findSpeakers(pasted, names);
  const raw = pasted.split(/\r\n|[\r\n\u2028\u2029]/u);
  const signature = raw.findIndex((line) => /^(?:>\s?)*-- ?$/u.test(line));
  const lines: ListLine[] = [];
  let isOver = false;
  raw.forEach((line, index) => {
    const unquoted = line.replace(/^\s*(?:>\s?)+/u, '');
    const indent = /^[ \t\u00a0]*/u.exec(unquoted)?.[0].replaceAll('\t', '    ').length ?? 0;
    const { text, isListed } = withoutLead(unquoted, speakers);
    if (text === '') return;
    // Behind a farewell comes a name, until the list goes on.
    if (isListed) isOver = false;
    const isFarewell = !isListed && farewell.test(text);
    const isFrame = frame.test(text) || (signature >= 0 && index >= signature);
    const kept = !(isFrame || isFarewell || isOver || (!isListed && greeting.test(text)));
    if (isFarewell) isOver = true;
    const isPart = kept && isListed && indent >= 2 && lines.some((each) => each.kept);
    lines.push({ text: isPart ? `  - ${text}` : text, kept });
  });
  return { lines: isIndentedWhole(lines) ? lines.map(asSteps) : lines };
}

function withoutLead(
  line: string,
  speakers: ReadonlySet<string>,
): { readonly text: string; readonly isListed: boolean } {
  const whole = withoutMarksBeforeWords(line);
  let text = withoutStamp(whole);
  const said = speaker.exec(text);
  if (said !== null && (text !== whole || speakers.has(foldText(said[1] ?? ''))))
    text = text.slice(said[0].length);
  let isListed = false;
  for (let match = bullet.exec(text); match !== null; match = bullet.exec(text)) {
    text = text.slice(match[0].length);
    isListed = true;
  }
  return { text: collapseSpace(text.replace(/^[-–—*•·]+$/u, '')), isListed };
}

function withoutStamp(line: string): string {
  return line.replace(chatStamp, '').replace(stamp, '');
}

/** "Sam: book the hotel" was said by Sam when Sam is known or says more; "Hotel: book it" is what it says. */
function findSpeakers(pasted: string, names: readonly string[]): ReadonlySet<string> {
  const speakers = new Set(names.flatMap((name) => [foldText(name), foldText(name).split(' ')[0] ?? '']));
  const seen = new Set<string>();
  for (const line of pasted.split('\n')) {
    const name = foldText(speaker.exec(withoutStamp(line.trim()))?.[1] ?? '');
    if (seen.has(name)) speakers.add(name);
    if (name !== '') seen.add(name);
  }
  return speakers;
}

/** Where nothing stands further out, what is further in is no part of anything. */
function isIndentedWhole(lines: readonly ListLine[]): boolean {
  const kept = lines.filter((line) => line.kept);
  return kept.length > 1 && kept.slice(1).every((line) => line.text.startsWith('  - '));
}

function asSteps(line: ListLine): ListLine {
  return { ...line, text: line.text.replace(/^ {2}- /u, '') };
}
