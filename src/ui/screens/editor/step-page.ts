/** The pages of a step, one concern each: when there is one, what it is called, and what it says so far. */
import type { Component, JSX } from 'solid-js';
import type { StepEditorWords } from '../../../i18n/core/en/step-editor.ts';
import type { StepDefinition } from '../../../model/workflow.ts';
import type { PlanSurface } from './plan-surface.ts';
import type { StepPartProps } from './step-part.ts';

export interface StepPage {
  readonly key: string;
  readonly isOffered: (surface: PlanSurface, step: StepDefinition, isNew: boolean) => boolean;
  readonly icon: () => JSX.Element;
  readonly title: (words: StepEditorWords) => string;
  readonly summary: (
    surface: PlanSurface,
    step: StepDefinition,
    words: StepEditorWords,
  ) => { readonly says: string /** Nothing is set: only a hint. */; readonly quiet: boolean };
  readonly Part: Component<StepPartProps>;
}
