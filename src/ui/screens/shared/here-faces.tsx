/** Who else has the household open: small faces that lead to People, where the word stands beside the name. */
import { useAppView } from '../../app-view.tsx';
import { AvatarStack } from '../../kit/avatar.tsx';
import { paths } from '../../routes.ts';
import styles from './here-faces.module.css';
import { usePresenceWords } from './use-presence-words.ts';

export function HereFaces() {
  const app = useAppView();
  const words = usePresenceWords();
  const here = () => app()?.here ?? [];
  const sentence = (): string => words.here(here().map(({ name }) => name));
  return (
    <a class={styles.here} href={paths.people} aria-label={sentence()} title={sentence()}>
      <AvatarStack faces={here()} size={24} limit={here().length > 3 ? 2 : 3} />
    </a>
  );
}
