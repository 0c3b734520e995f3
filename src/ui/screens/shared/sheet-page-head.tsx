/** The head of a page that took the place of another in its sheet: it leads back there, and focus has followed. */
import type { JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { SheetHead } from '../../kit/sheet-parts.tsx';

export function SheetPageHead(props: {
  readonly title: string;
  /** Whose page it is: a step, a person. */
  readonly sub?: JSX.Element;
  /** The way back; a page that opened a sheet of its own has none. */
  readonly before?: JSX.Element;
}) {
  const messages = useMessages();
  return (
    <SheetHead
      title={props.title}
      sub={props.sub}
      before={props.before}
      closeLabel={messages.frame.close}
      takesFocus
    />
  );
}
