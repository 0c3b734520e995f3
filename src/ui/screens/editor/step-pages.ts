/** All pages of a step, in the order in which one asks for them. */
import { againPage } from './again-page.tsx';
import { checklistPage } from './checklist-page.tsx';
import { contactPage } from './contact-page.tsx';
import { endsPage } from './ends-page.tsx';
import { factsPage } from './facts-page.tsx';
import { firstPage } from './first-page.tsx';
import { flowPage } from './flow-page.tsx';
import { kindPage } from './kind-page.tsx';
import { limitsPage } from './limits-page.tsx';
import { listPage } from './list-page.tsx';
import { stallsPage } from './stalls-page.tsx';
import type { StepPage } from './step-page.ts';
import { undoPage } from './undo-page.tsx';
import { votesPage } from './votes-page.tsx';
import { whenPage } from './when-page.tsx';
import { whoPage } from './who-page.tsx';

export const stepPages: readonly StepPage[] = [
  kindPage,
  flowPage,
  votesPage,
  whoPage,
  whenPage,
  firstPage,
  endsPage,
  contactPage,
  factsPage,
  checklistPage,
  stallsPage,
  againPage,
  undoPage,
  limitsPage,
  listPage,
];
