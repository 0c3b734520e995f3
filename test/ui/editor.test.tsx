import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type FactId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import { alertWords } from '../../src/i18n/core/en/alerts.ts';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { editorWords } from '../../src/i18n/core/en/editor.ts';
import { followUpWords } from '../../src/i18n/core/en/follow-ups.ts';
import { editorSurfaceOf, useEditorCommands } from '../../src/ui/screens/editor/editor-commands.ts';
import { EditorGuide } from '../../src/ui/screens/editor/editor-guide.tsx';
import { type EditorPage, EditorSheet } from '../../src/ui/screens/editor/editor-sheet.tsx';
import { EditorList } from '../../src/ui/screens/editor/editor-list.tsx';
import { computeEditorView } from '../../src/views/compute-editor-view.ts';
import type { EditorView } from '../../src/views/editor-view.ts';
import { emptySnapshot } from '../../src/worker/take-snapshot.ts';
import { messages } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';

afterEach(cleanup);

const [ask, bake] = ['ask', 'bake'].map((id) => asId<StepId>(id)) as [StepId, StepId];
const conductor = { kind: 'conductor' } as const;

const view: EditorView = {
  ...computeEditorView(emptySnapshot, asId<WorkflowId>('sale')),
  stage: 'here',
  mayChange: true,
  rows: [ask, bake].map((step, at) => ({
    key: step,
    step,
    title: at === 0 ? 'Ask' : 'Bake',
    kind: 'task' as const,
    who: at === 0 ? conductor : { kind: 'named' as const, name: 'Baker' },
    after: at === 0 ? [] : ['Ask'],
    from: at === 0 ? [] : [conductor],
    stallsSilently: at === 0,
    list: null,
    inCaseOf: null,
    wrong: false,
  })),
  hint: { kind: 'stalls', step: ask, title: 'Ask', to: { kind: 'named', name: 'Baker' } },
};

/** A page of the workflow, over a view that may be patched. */
function openPage(page: EditorPage, first: EditorView, onClose: () => void) {
  const [shown, setShown] = createSignal(first);
  const household = renderPart(() => {
    const commands = useEditorCommands(shown);
    return (
      <EditorSheet
        page={page}
        view={shown()}
        commands={commands}
        surface={editorSurfaceOf(shown(), commands)}
        onClose={onClose}
      />
    );
  });
  return { household, setShown };
}

const lines = captureWords(messages.formats);

describe('the editor', () => {
  it('saves lines as one change of what they were written from, and sends none when they say the same', async () => {
    const closed: string[] = [];
    const { household, setShown } = openPage('asText', { ...view, text: 'Ask\nBake\n' }, () =>
      closed.push('closed'),
    );
    const area = screen.getByRole('textbox', { name: lines.label });
    setShown({ ...view, text: 'Ask\nBuy\nBake\n' });
    expect((area as HTMLTextAreaElement).value).toBe('Ask\nBake\n');
    fireEvent.click(screen.getByRole('button', { name: lines.save }));
    await waitFor(() => expect(closed).toHaveLength(1));
    expect(household.intents).toEqual([]);
    const operations = [{ kind: 'setStep', step: ask, set: { title: 'Ask mum' } }] as const;
    household.answerText(operations);
    fireEvent.click(screen.getByRole('button', { name: lines.save }));
    await waitFor(() => expect(closed).toHaveLength(2));
    expect(household.intents).toEqual([{ kind: 'editWorkflow', workflow: view.workflow, operations }]);
    household.answer({ ok: false, error: { type: 'storageFull' } });
    fireEvent.click(screen.getByRole('button', { name: lines.save }));
    await screen.findByText(lines.notSaved);
    expect(closed).toHaveLength(2);
  });

  it('shows lines to be copied to whoever may only look', () => {
    openPage('asText', { ...view, mayChange: false, text: 'Ask\n' }, () => undefined);
    expect(screen.getByRole('textbox', { name: lines.label }).hasAttribute('readonly')).toBe(true);
    expect(screen.queryByRole('button', { name: lines.save })).toBeNull();
  });

  it('hands what follows the facts and parts of one name, and lets more than one end start it', async () => {
    const closed: string[] = [];
    const clean = asId<WorkflowId>('clean');
    const fact = (id: string, name: string, more = {}) =>
      ({ id: asId<FactId>(id), name, kind: 'date', ...more }) as const;
    const { household } = openPage(
      'follows',
      {
        ...view,
        definition: {
          ...view.definition,
          parts: [{ id: 'host', name: 'Host' }],
          facts: [fact('day', 'Day'), fact('each', 'Their day', { perItem: 'kids' })],
          steps: [
            {
              id: ask,
              kind: 'decision',
              title: 'Ask',
              after: [],
              outcomes: ['yes', 'late', 'no'].map((id) => ({ id, name: id })),
            },
          ],
        },
        others: [
          {
            id: clean,
            title: 'Clean up',
            facts: [
              fact('on', 'day', { anchor: true }),
              fact('theirs', 'Their day', { atStart: true }),
              fact('until', 'Until', { derived: { from: asId<FactId>('on'), days: 1 } }),
            ],
            parts: [{ id: 'cleaner', name: 'host' }],
          },
        ],
      },
      () => closed.push('closed'),
    );
    const words = editorWords(messages.formats, messages.times);
    const follows = followUpWords(messages.formats);
    fireEvent.click(screen.getByRole('button', { name: words.new }));
    fireEvent.change(screen.getByLabelText(words.whichFollows), { target: { value: clean } });
    expect(screen.queryByLabelText('Until')).toBeNull();
    fireEvent.change(await screen.findByLabelText(follows.whenLabel), {
      target: { value: `outcome:${ask}` },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'late' }));
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.noFollows);
    expect(household.intents).toEqual([
      {
        kind: 'editWorkflow',
        workflow: view.workflow,
        operations: [
          {
            kind: 'putFollowUp',
            followUp: {
              id: expect.any(String),
              when: { kind: 'outcome', step: ask, outcomes: ['yes', 'late'] },
              workflow: clean,
              facts: { on: 'day' },
              parts: { cleaner: { kind: 'part', part: 'host' } },
            },
          },
        ],
      },
    ]);
    expect(closed).toEqual([]);
  });

  it('marks a hand-off, opens a step, and moves one by the arrow keys of its handle', () => {
    const opened: StepId[] = [];
    const moves: (readonly [StepId, StepId | null])[] = [];
    renderPart(() => (
      <EditorList
        view={view}
        current={null}
        onOpen={(step) => opened.push(step)}
        onMove={(step, behind) => moves.push([step, behind])}
      />
    ));
    expect(screen.getByText('Whoever conducts → Baker')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bake' }));
    expect(opened).toEqual(['bake']);
    fireEvent.keyDown(screen.getByRole('button', { name: /^Move Bake/ }), { key: 'ArrowUp' });
    fireEvent.keyDown(screen.getByRole('button', { name: /^Move Bake/ }), { key: 'ArrowDown' });
    fireEvent.keyDown(screen.getByRole('button', { name: /^Move Ask/ }), { key: 'ArrowDown' });
    expect(moves).toEqual([
      ['bake', null],
      ['ask', 'bake'],
    ]);
  });

  it('says for all steps what happens if one stalls, line by line, beginning with what was chosen', async () => {
    const words = editorWords(messages.formats, messages.times);
    const alerts = alertWords(messages.formats, messages.times);
    const closed: string[] = [];
    const { household } = openPage('ifStalls', view, () => closed.push('closed'));
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(words.stallsPatient) }));
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(words.stallsOwn) }));
    fireEvent.click(screen.getByRole('button', { name: alerts.removeRung(1) }));
    fireEvent.click(screen.getByRole('button', { name: alerts.addRung }));
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await waitFor(() => expect(closed).toHaveLength(1));
    const set = {
      ifStalls: [
        { from: 'ready', after: 10_080, action: 'tellConductor' },
        { from: 'due', after: 1440, action: 'tellConductor' },
      ],
    };
    const operations = [{ kind: 'setWorkflow', set }];
    expect(household.intents).toEqual([{ kind: 'editWorkflow', workflow: view.workflow, operations }]);
  });

  it('asks what if it stalls, and offers nothing to whoever may only look', async () => {
    const [shown, setShown] = createSignal(view);
    const answers: string[] = [];
    renderPart(() => (
      <EditorGuide
        view={shown()}
        onOpen={(step) => answers.push(step)}
        onAdd={() => undefined}
        onConductor={() => undefined}
        onUsual={() => answers.push('all')}
      />
    ));
    expect(screen.getByText('Baker waits for “Ask”. What if it stalls?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Say it for all steps' }));
    fireEvent.click(screen.getByRole('button', { name: 'Say it for this step' }));
    expect(answers).toEqual(['all', 'ask']);
    setShown({ ...view, mayChange: false });
    await waitFor(() => expect(screen.queryByText('Say it for all steps')).toBeNull());
  });
});
