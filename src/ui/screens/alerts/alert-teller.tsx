/**
 * Tells what needs a look, once a device: a visible tab shows it on its screens and nothing else; while no
 * tab of the device is visible, one of them shows a notification. Loads when there is something to tell.
 */
import { useNavigate } from '@solidjs/router';
import { createEffect, onCleanup, onMount } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { tellAlerts } from '../../../client/tell-alerts.ts';
import { useNow } from '../../clock.tsx';
import { useDevice } from '../../device.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { alertSentence } from './alert-sentence.ts';
import { useAlertWords } from './use-alert-words.ts';

export function AlertTeller() {
  const words = useAlertWords();
  const now = useNow();
  const device = useDevice();
  const navigate = useNavigate();
  const view = createView(() => ({ kind: 'alerts' as const }));
  onMount(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    void device.notifications().then((notifications) => {
      if (!gone) stop = notifications.onOpen((path) => navigate(path));
    });
    onCleanup(() => {
      gone = true;
      stop?.();
      // Nothing needs a look any more.
      void device.notifications().then((notifications) => notifications.keepOnly(new Set()));
    });
  });
  createEffect(() => {
    const lines = view()?.lines;
    const at = now();
    if (lines === undefined) return;
    const due = lines
      .filter(({ notifyAt }) => notifyAt <= at)
      .map((line) => ({
        alert: line.alerts[0] ?? line.key,
        tag: line.key,
        title: line.title,
        body: alertSentence(words, line, at),
        path: line.occurrence === null ? runPath(line.run) : stepPath(line.run, line.occurrence),
      }));
    void device.notifications().then((notifications) => tellAlerts(due, notifications));
  });
  return null;
}
