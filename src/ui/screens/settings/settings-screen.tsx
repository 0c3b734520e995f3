/** Settings: who I am here, the household, how it looks, and what is safe where. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import IconHouse from '~icons/lucide/house';
import IconMonitor from '~icons/lucide/monitor-smartphone';
import IconMoon from '~icons/lucide/moon';
import IconSun from '~icons/lucide/sun';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { type Appearance, chooseAppearance, readAppearance } from '../../appearance.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { ChooseMeSheet } from '../shared/choose-me-sheet.tsx';
import { NameSheet } from '../shared/name-sheet.tsx';
import { GuestLine } from '../shared/guest-line.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { SpacesCard } from '../spaces/spaces-card.tsx';
import { OwnCopy } from './own-copy.tsx';
import { AboutCard } from './about-card.tsx';
import { DeviceCard } from './device-card.tsx';
import styles from './settings-screen.module.css';
import { SyncCard } from './sync-card.tsx';

const AlertSettings = lazy(async () => ({
  default: (await import('../alerts/alert-settings.tsx')).AlertSettings,
}));

const KeysCard = lazy(async () => ({ default: (await import('../shortcuts/keys-card.tsx')).KeysCard }));

export function SettingsScreen() {
  const messages = useMessages();
  const app = useAppView();
  const [look, setLook] = createSignal(readAppearance());
  const choose = (appearance: Appearance): void => {
    chooseAppearance(appearance);
    setLook(appearance);
  };
  return (
    <div class={styles.screen}>
      <PageHead
        title={messages.settings.title}
        back={{ href: paths.now, label: messages.frame.back, narrowOnly: true }}
      />
      <div class={styles.sections}>
        <Show when={app() !== undefined && app()?.stage !== 'empty'} fallback={<NoHousehold />}>
          {/* A guest is who the link says, in a household that is not theirs to name. */}
          <Show when={app()?.guestOf == null} fallback={<GuestLine />}>
            <Show when={app()?.mayChange ?? true} fallback={<OwnCopy />}>
              <You />
              <HouseholdName name={app()?.spaceName ?? ''} />
              <Show when={app()?.access === 'alone'}>
                <OwnCopy />
              </Show>
            </Show>
          </Show>
        </Show>
        <SpacesCard />
        <Section title={messages.settings.appearance}>
          <div class={styles.inset}>
            <Segmented
              legend={messages.settings.appearance}
              chosen={look()}
              onChoose={choose}
              segments={[
                { key: 'system', label: messages.settings.themes.system, icon: <IconMonitor /> },
                { key: 'light', label: messages.settings.themes.light, icon: <IconSun /> },
                { key: 'dark', label: messages.settings.themes.dark, icon: <IconMoon /> },
              ]}
            />
          </div>
        </Section>
        <Suspense>
          <AlertSettings />
        </Suspense>
        <Suspense>
          <KeysCard />
        </Suspense>
        <SyncCard />
        <DeviceCard />
        <AboutCard />
      </div>
    </div>
  );
}

function NoHousehold() {
  const messages = useMessages();
  const app = useAppView();
  return (
    <Show when={app()?.stage === 'empty'}>
      <Section title={messages.settings.household}>
        <div class={styles.inset}>
          <Card>
            <CardRow
              start={<IconHouse />}
              title={messages.settings.noHousehold}
              sub={messages.settings.noHouseholdHint}
              end={
                <ButtonLink size={40} href={paths.join}>
                  {messages.settings.join}
                </ButtonLink>
              }
            />
          </Card>
        </div>
      </Section>
    </Show>
  );
}

function You() {
  const messages = useMessages();
  const people = createView(() => ({ kind: 'people' as const }));
  const [switching, setSwitching] = createSignal(false);
  return (
    <Section title={messages.settings.you}>
      <div class={styles.inset}>
        <Card>
          <CardRow
            start={<Show when={people()?.me}>{(me) => <Avatar face={me()} size={40} />}</Show>}
            title={people()?.me?.name ?? messages.settings.chooseYou}
            sub={people()?.me === null ? undefined : messages.settings.actsAs}
            end={
              <Button size={40} onClick={() => setSwitching(true)}>
                {messages.settings.switchMe}
              </Button>
            }
          />
        </Card>
      </div>
      <Show when={switching()}>
        <ChooseMeSheet onClose={() => setSwitching(false)} />
      </Show>
    </Section>
  );
}

function HouseholdName(props: { readonly name: string }) {
  const messages = useMessages();
  const toasts = useToasts();
  const household = useHousehold();
  const [renaming, setRenaming] = createSignal(false);
  const rename = async (name: string): Promise<true | IntentFailure> => {
    const result = await household.intent({ kind: 'renameSpace', name });
    if (!result.ok) return result.error;
    toasts.show({ text: messages.settings.named(name) });
    return true;
  };
  return (
    <Section title={messages.settings.household}>
      <div class={styles.inset}>
        <Card>
          <CardRow
            start={<IconHouse />}
            title={props.name === '' ? messages.settings.unnamed : props.name}
            sub={messages.settings.householdHint}
            end={
              <Button size={40} onClick={() => setRenaming(true)}>
                {messages.settings.rename}
              </Button>
            }
          />
        </Card>
      </div>
      <Show when={renaming()}>
        <NameSheet
          title={messages.settings.renameTitle}
          label={messages.settings.name}
          action={messages.settings.save}
          name={props.name}
          optional
          onName={rename}
          onClose={() => setRenaming(false)}
        />
      </Show>
    </Section>
  );
}
