/** On Settings: the households of this device, a file of the one that is shown, and leaving it. */
import { createSignal, Show } from 'solid-js';
import IconFileDown from '~icons/lucide/file-down';
import IconHouses from '~icons/lucide/layers';
import IconLogOut from '~icons/lucide/log-out';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from '../settings/settings-screen.module.css';
import { LeaveSheet } from './leave-sheet.tsx';
import { SaveSheet } from './save-sheet.tsx';
import { SpacesSheet } from './spaces-sheet.tsx';
import { useSpacesWords } from './use-spaces-words.ts';

export function SpacesCard() {
  const words = useSpacesWords();
  const app = useAppView();
  const [open, setOpen] = createSignal<'spaces' | 'save' | 'leave'>();
  const close = (): void => {
    setOpen(undefined);
  };
  const shown = () => app()?.spaces.find((space) => space.shown);
  return (
    <Section title={words.title}>
      <div class={styles.inset}>
        <Card>
          <CardRow
            start={<IconHouses />}
            title={words.count(app()?.spaces.length ?? 0)}
            sub={words.countHint(app()?.spaces.length ?? 0)}
            end={
              <Button size={40} onClick={() => setOpen('spaces')}>
                {words.open}
              </Button>
            }
          />
          <Show when={shown()}>
            {(space) => (
              <>
                <CardRow
                  start={<IconFileDown />}
                  title={words.saveTitle(space().name)}
                  sub={words.saveHint}
                  end={
                    <Button size={40} onClick={() => setOpen('save')}>
                      {words.saveShort}
                    </Button>
                  }
                />
                <CardRow
                  start={<IconLogOut />}
                  title={words.leave(space().name, space().access)}
                  sub={words.leaveHint}
                  end={
                    <Button size={40} onClick={() => setOpen('leave')}>
                      {words.leaveShort(space().access)}
                    </Button>
                  }
                />
                <Show when={open() === 'save'}>
                  <SaveSheet space={space().id} name={space().name} onClose={close} />
                </Show>
                <Show when={open() === 'leave'}>
                  <LeaveSheet space={space().id} onClose={close} />
                </Show>
              </>
            )}
          </Show>
        </Card>
      </div>
      <Show when={open() === 'spaces'}>
        <SpacesSheet onClose={close} />
      </Show>
    </Section>
  );
}
