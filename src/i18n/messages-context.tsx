/** The words and formats of the person's language, for every screen; keeps `lang` and `dir` of the page right. */
import { createContext, createRenderEffect, type JSX, untrack, useContext } from 'solid-js';
import { englishMessages, type Messages } from './core/en/messages.ts';

const MessagesContext = createContext<Messages>();

/** English in the reader's own date and number style, when their browser speaks a kind of English. */
export function messagesForBrowser(): Messages {
  const own = navigator.languages.find((language) => language.toLowerCase().startsWith('en'));
  return englishMessages({
    locale: own ?? 'en-GB',
    // Finding it out takes a moment, and the first screen has no time on it.
    get zone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
  });
}

export function MessagesProvider(props: { readonly messages: Messages; readonly children: JSX.Element }) {
  createRenderEffect(() => {
    document.documentElement.lang = props.messages.lang;
    document.documentElement.dir = props.messages.dir;
  });
  // Another language is another page load.
  const messages = untrack(() => props.messages);
  return <MessagesContext.Provider value={messages}>{props.children}</MessagesContext.Provider>;
}

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (messages === undefined) throw new Error('useMessages outside of a MessagesProvider');
  return messages;
}
