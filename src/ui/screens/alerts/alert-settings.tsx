/** Alerts on this device, and when not to disturb me anywhere. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import IconBell from '~icons/lucide/bell';
import IconBellOff from '~icons/lucide/bell-off';
import IconMoon from '~icons/lucide/moon-star';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DailyHours } from '../../../model/person.ts';
import type { AlertsView } from '../../../views/alert-view.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Field } from '../../kit/field.tsx';
import { Section } from '../../kit/section.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';
import settings from '../settings/settings-screen.module.css';
import styles from './alerts.module.css';
import { createNotifications } from './create-notifications.ts';
import { useAlertWords } from './use-alert-words.ts';

/** As the engine has it for whoever has not said. */
const usual: DailyHours = { from: '22:00', to: '07:00' };

export function AlertSettings() {
  const words = useAlertWords();
  const app = useAppView();
  const view = createView(() => ({ kind: 'alerts' as const }));
  return (
    <Section title={words.settings}>
      <div class={settings.inset}>
        <Card>
          <Permission />
          <Show when={app()?.guestOf == null && app()?.mayChange && view()?.me != null && view()} keyed>
            {(alerts) => <Quiet alerts={alerts} />}
          </Show>
        </Card>
      </div>
    </Section>
  );
}

function Permission() {
  const words = useAlertWords();
  const { state, ask } = createNotifications();
  return (
    <Switch>
      <Match when={state() === 'unasked'}>
        <div>
          <CardRow start={<IconBell />} title={words.allowTitle} sub={words.allowHint} />
          <div class={settings.ask}>
            <Button size={48} wraps onClick={() => void ask()}>
              {words.allow}
            </Button>
          </div>
        </div>
      </Match>
      <Match when={state() === 'allowed'}>
        <CardRow start={<IconBell />} title={words.allowed} sub={words.allowedHint} />
      </Match>
      <Match when={state() === 'denied'}>
        <CardRow start={<IconBellOff />} title={words.denied} sub={words.deniedHint} />
      </Match>
      <Match when={state() === 'unsupported'}>
        <CardRow start={<IconBellOff />} title={words.unsupported} sub={words.unsupportedHint} />
      </Match>
    </Switch>
  );
}

function Quiet(props: { readonly alerts: AlertsView }) {
  const words = useAlertWords();
  const messages = useMessages();
  const household = useHousehold();
  const toasts = useToasts();
  // What is being typed stays, whatever else changes meanwhile.
  const [from, setFrom] = createSignal<string>();
  const [to, setTo] = createSignal<string>();
  const known = (): DailyHours => props.alerts.quiet ?? usual;
  const save = async (quiet: DailyHours): Promise<void> => {
    const me = props.alerts.me;
    if (me === null) return;
    const result = await household.intent({ kind: 'changePerson', person: me.id, set: { quiet } });
    const failed = result.ok ? null : sayFailure(messages, result.error);
    toasts.show(failed === null ? { text: words.quietSaved } : { text: failed.what, detail: failed.wayOut });
    if (failed !== null) return;
    setFrom(undefined);
    setTo(undefined);
  };
  const wanted = (): DailyHours => ({ from: from() ?? known().from, to: to() ?? known().to });
  return (
    <div>
      <CardRow start={<IconMoon />} title={words.quiet} sub={words.quietHint} />
      <div class={styles.hours}>
        <Field label={words.quietFrom} type="time" value={wanted().from} onInput={setFrom} />
        <Field label={words.quietTo} type="time" value={wanted().to} onInput={setTo} />
        <Button
          size={48}
          wraps
          disabled={wanted().from === '' || wanted().to === ''}
          onClick={() => void save(wanted())}
        >
          {words.saveQuiet}
        </Button>
        <Show when={known().from !== known().to}>
          <Button size={48} wraps kind="ghost" onClick={() => void save({ from: '00:00', to: '00:00' })}>
            {words.noQuiet}
          </Button>
        </Show>
      </div>
    </div>
  );
}
