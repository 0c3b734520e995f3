/** What the page asks for outside of views: files to hand on, and what a start like an earlier one begins with. */
import { calendarToFile } from '../interchange/calendar-file.ts';
import { decodeWorkflowFile, workflowToFile } from '../interchange/workflow-file.ts';
import { partNames } from '../i18n/core/en/part-names.ts';
import { ok } from '../model/result.ts';
import { templateById } from '../templates/templates.ts';
import { findCalendarEntries } from './calendar-entries.ts';
import type { DailyApi } from './daily-messages.ts';
import { findWorkflow } from './intents/run-intents.ts';
import { previewAgain } from './preview-again.ts';
import type { SpaceSession } from './space-session.ts';

export function makeDailyApi(session: () => SpaceSession | null, now: () => number): DailyApi {
  return {
    previewAgain: async (id) => {
      const run = await session()?.run(id);
      return run === null || run === undefined ? null : previewAgain(run.state(), now());
    },
    workflowToFile: async (id) => {
      const definition = findWorkflow(session(), id);
      if (definition === null) return null;
      // What is not shipped with Baton is not there where the file is opened.
      const followUps = definition.followUps?.filter(({ workflow }) => templateById(workflow) !== null);
      const told = followUps === undefined ? definition : { ...definition, followUps };
      return { title: definition.title, text: workflowToFile(told, partNames) };
    },
    previewWorkflowFile: async (text) => {
      const read = decodeWorkflowFile(text, partNames);
      return read.ok ? ok(read.value) : read;
    },
    calendarToFile: async (of) => {
      const space = session()?.snapshot();
      const found = space === undefined ? null : findCalendarEntries(of, space, now());
      if (found === null || found.entries.length === 0) return null;
      return {
        title: found.title,
        text: calendarToFile({ name: found.title, madeAt: now(), entries: found.entries }),
      };
    },
  };
}
