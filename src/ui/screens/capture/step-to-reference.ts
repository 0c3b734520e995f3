/** How a line names a step so that no other is meant: by its title, or by its number where the title would not do. */
import type { StepId } from '../../../model/ids.ts';
import type { CapturePreview } from '../../../worker/messages.ts';
import type { Suggestion } from './suggest.ts';

const saysMore = /[@~#\\+&,،、，!?"]|(?:^|\s)(?:by|after|from|on|and|or|if|start|the|an?|my|our)(?:\s|$)/iu;

export function stepToReference(preview: CapturePreview, id: StepId): readonly Suggestion[] {
  const { steps } = preview.definition;
  const index = steps.findIndex((step) => step.id === id);
  const title = steps[index]?.title;
  if (title === undefined) return [];
  const isOnly = steps.every((step) => step.id === id || step.title.toLowerCase() !== title.toLowerCase());
  return [{ label: title, text: isOnly && !saysMore.test(title) ? title : `#${index + 1}` }];
}

/** Puts another reference in the place of one that stands behind "after"; the line is left alone where it is not found. */
export function replaceReference(line: string, typed: string, next: string): string {
  const pattern = typed
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const found = new RegExp(String.raw`(\safter\s(?:.*?[\s,])??)(${pattern})(?=[\s,]|$)`, 'iu').exec(line);
  if (found === null) return line;
  const at = found.index + (found[1]?.length ?? 0);
  return `${line.slice(0, at)}${next}${line.slice(at + (found[2]?.length ?? 0))}`;
}
