/** Pasting a list into lines: what is no step is left out, and can be put back. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';

export function createPasting(area: () => HTMLTextAreaElement, onText: (text: string) => void) {
  const household = useHousehold();
  const [leftOut, setLeftOut] = createSignal<readonly string[]>([]);
  const paste = async (event: ClipboardEvent): Promise<void> => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!/\S\s*\n\s*\S/.test(pasted)) return;
    event.preventDefault();
    const element = area();
    const [from, to] = [element.selectionStart, element.selectionEnd];
    const { lines } = await household.readPasted(pasted);
    const kept = lines.filter((line) => line.kept).map((line) => line.text);
    const before = element.value.slice(0, from);
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    const inserted = `${gap}${kept.join('\n')}`;
    onText(`${before}${inserted}${element.value.slice(to)}`);
    element.setSelectionRange(from + inserted.length, from + inserted.length);
    setLeftOut(lines.filter((line) => !line.kept).map((line) => line.text));
  };
  const putBack = (line: string): void => {
    onText(`${area().value.replace(/\n*$/, '')}\n${line}`);
    setLeftOut((lines) => lines.filter((each) => each !== line));
  };
  const forget = (): void => {
    setLeftOut([]);
  };
  return { leftOut, paste, putBack, forget };
}
