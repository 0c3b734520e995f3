/** Settings: how it looks, who I am, the household's name, and how safe the data is on this device. */
import { createEffect, createSignal, on, Show } from 'solid-js';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { Intent } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { type Appearance, chooseAppearance, readAppearance } from '../../appearance.ts';
import { useCommands } from '../../commands.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Pills } from '../../kit/pills.tsx';
import { Section } from '../../kit/section.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';
import { SyncLine } from '../shared/sync-line.tsx';
import { DeviceSettings } from './device-settings.tsx';
import styles from './settings-screen.module.css';

/** Set by the build, from package.json. */
declare const __BATON_VERSION__: string;

export function SettingsScreen() {
  const messages = useMessages();
  const app = useAppView();
  const [look, setLook] = createSignal<Appearance>(readAppearance());
  const choose = (appearance: Appearance): void => {
    chooseAppearance(appearance);
    setLook(appearance);
  };
  return (
    <div class={styles.screen}>
      <PageHead title={messages.settings.title} back={{ href: paths.now, label: messages.frame.back }} />
      <Section title={messages.settings.look}>
        <div class={styles.part}>
          <Pills<Appearance>
            legend={messages.settings.look}
            hideLegend
            pills={[
              { value: 'system', label: messages.settings.system },
              { value: 'light', label: messages.settings.light },
              { value: 'dark', label: messages.settings.dark },
            ]}
            chosen={look()}
            onChoose={choose}
          />
        </div>
      </Section>
      <Show
        when={app()?.stage === 'ready'}
        fallback={
          <Section title={messages.settings.join}>
            <div class={styles.part}>
              <p>{messages.settings.joinHint}</p>
              <ButtonLink href={paths.join} size={48}>
                {messages.settings.join}
              </ButtonLink>
            </div>
          </Section>
        }
      >
        <HouseholdSettings />
        <Section title={messages.settings.sync}>
          <div class={styles.flush}>
            <SyncLine />
          </div>
        </Section>
      </Show>
      <DeviceSettings />
      <Section title={messages.settings.about}>
        <div class={styles.part}>
          <p>
            <b>{messages.settings.version(__BATON_VERSION__)}</b>
          </p>
          <p>{messages.settings.aboutHint}</p>
          <p>{messages.settings.licences}</p>
        </div>
      </Section>
    </div>
  );
}

function HouseholdSettings() {
  const messages = useMessages();
  const household = useHousehold();
  const app = useAppView();
  const people = createView(() => ({ kind: 'people' as const }));
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const [name, setName] = createSignal('');
  createEffect(
    on(
      () => app()?.spaceName,
      (current) => setName(current ?? ''),
    ),
  );
  const ask = async (intent: Intent, said: string): Promise<void> => {
    const result = await household.intent(intent);
    if (result.ok) toasts.show({ text: said });
    else sayFailed(result.error);
  };
  const changed = () => name().trim() !== '' && name().trim() !== app()?.spaceName;
  const rename = (): void => {
    if (changed()) void ask({ kind: 'renameSpace', name: name().trim() }, messages.settings.saved);
  };
  const switchTo = (person: PersonId): void => {
    const who = people()?.people.find((other) => other.id === person)?.name ?? '';
    void ask({ kind: 'chooseMe', person }, messages.settings.youAre(who));
  };
  return (
    <>
      <Section title={messages.settings.me}>
        <div class={styles.part}>
          <p>{messages.settings.meHint}</p>
          <Show when={people()}>
            {(view) => (
              <PersonChoice
                legend={messages.settings.me}
                people={view().people.filter((person) => !person.outside)}
                chosen={view().me?.id}
                onChoose={switchTo}
                taken={undefined}
                takenNote=""
              />
            )}
          </Show>
        </div>
      </Section>
      <Section title={messages.settings.household}>
        <div class={styles.part}>
          <Field
            label={messages.settings.householdName}
            value={name()}
            maxLength={80}
            enterKeyHint="done"
            onInput={setName}
            onEnter={rename}
          />
          <Show when={changed()}>
            <div>
              <Button kind="ink" size={48} onClick={rename}>
                {messages.settings.save}
              </Button>
            </div>
          </Show>
        </div>
      </Section>
    </>
  );
}
