/** What happens when a step stalls that says nothing itself: a few ways that suit most, or lines of one's own. */
import { createSignal, For, Show, untrack } from 'solid-js';
import type { Rung } from '../../../model/ladder.ts';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { LadderFields } from '../step/ladder-fields.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

const day = 1440;

/** From when its turn has come, so that it holds for what is not due as well. */
const soon: readonly Rung[] = [
  { from: 'ready', after: day, action: 'remind' },
  { from: 'ready', after: 2 * day, action: 'tellConductor' },
  { from: 'ready', after: 3 * day, action: 'addBackup' },
];
const patient: readonly Rung[] = [
  { from: 'ready', after: 3 * day, action: 'remind' },
  { from: 'ready', after: 7 * day, action: 'tellConductor' },
];

type Way = 'usual' | 'soon' | 'patient' | 'nobody' | 'own';

function isLadder(one: readonly Rung[] | null, other: readonly Rung[] | null): boolean {
  if (one === null || other === null) return one === other;
  const isRung = (rung: Rung, at: number): boolean =>
    rung.from === other[at]?.from && rung.after === other[at]?.after && rung.action === other[at]?.action;
  return one.length === other.length && one.every(isRung);
}

export function UsualStallsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const written = untrack(() => props.view.definition.ifStalls);
  const ways: Readonly<Record<Exclude<Way, 'own'>, readonly Rung[] | null>> = {
    usual: null,
    soon,
    patient,
    nobody: [],
  };
  const keys: readonly Way[] = [...(Object.keys(ways) as (keyof typeof ways)[]), 'own'];
  const [own, setOwn] = createSignal<readonly Rung[]>(written ?? []);
  const ladderOf = (way: Way): readonly Rung[] | null => (way === 'own' ? own() : ways[way]);
  const now: Way = keys.find((way) => way !== 'own' && isLadder(ways[way], written ?? null)) ?? 'own';
  const [chosen, setChosen] = createSignal<Way>(now);
  const choose = (way: Way): void => {
    const before = ladderOf(chosen());
    // One's own begin as what was chosen, to be changed.
    if (way === 'own' && chosen() !== 'own' && before !== null && before.length > 0) setOwn(before);
    setChosen(way);
  };
  const steps = () => props.view.definition.steps;
  const texts: Readonly<Record<Way, readonly [string, string?]>> = {
    usual: [words.stallsUsual, words.stallsUsualHint],
    soon: [words.stallsSoon, words.stallsSoonHint],
    patient: [words.stallsPatient, words.stallsPatientHint],
    nobody: [words.stallsNobody],
    own: [words.stallsOwn, words.stallsOwnHint],
  };
  const save = async (): Promise<void> => {
    const ifStalls = ladderOf(chosen());
    if (isLadder(ifStalls, written ?? null)) {
      props.onClose();
      return;
    }
    const set = { ifStalls };
    if (await props.commands.change([{ kind: 'setWorkflow', set }], words.stallsSaved)) props.onClose();
  };
  return (
    <>
      <SheetBody>
        <Choices legend={words.stallsHintAll}>
          <For each={keys}>
            {(way) => (
              <Choice
                title={texts[way][0]}
                {...(texts[way][1] !== undefined && { sub: texts[way][1] })}
                checked={chosen() === way}
                disabled={!props.view.mayChange}
                onChoose={() => choose(way)}
              />
            )}
          </For>
        </Choices>
        <Show when={chosen() === 'own' && props.view.mayChange}>
          <LadderFields
            rungs={own()}
            empty={words.stallsNobody}
            hasDue
            hasBackup={steps().some(({ backup }) => backup !== undefined)}
            hasFallback={steps().some(({ fallbackOf }) => fallbackOf !== undefined)}
            onChange={setOwn}
          />
        </Show>
      </SheetBody>
      <Show when={props.view.mayChange}>
        <SheetFoot>
          <Button kind="ink" grow onClick={() => void save()}>
            {words.save}
          </Button>
        </SheetFoot>
      </Show>
    </>
  );
}
