/// <reference types="unplugin-icons/types/solid" />
/** The page: providers around the router, and which screen stands at which address. */
import '../styles/reset.css';
import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/base.css';
import { Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { type Household, HouseholdProvider } from '../client/household.ts';
import type { Messages } from '../i18n/core/en/messages.ts';
import { MessagesProvider } from '../i18n/messages-context.tsx';
import { AppViewProvider } from './app-view.tsx';
import { ClockProvider } from './clock.tsx';
import { Frame } from './frame.tsx';
import { ToastProvider } from './kit/toast.tsx';
import { paths } from './routes.ts';
import { NotFoundScreen } from './screens/not-found/not-found-screen.tsx';
import { NowScreen } from './screens/now/now-screen.tsx';

const FlowsScreen = lazy(async () => ({
  default: (await import('./screens/flows/flows-screen.tsx')).FlowsScreen,
}));
const FlowScreen = lazy(async () => ({
  default: (await import('./screens/flow/flow-screen.tsx')).FlowScreen,
}));
const LogScreen = lazy(async () => ({ default: (await import('./screens/log/log-screen.tsx')).LogScreen }));
const PeopleScreen = lazy(async () => ({
  default: (await import('./screens/people/people-screen.tsx')).PeopleScreen,
}));
const JoinScreen = lazy(async () => ({
  default: (await import('./screens/join/join-screen.tsx')).JoinScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
}));

export interface AppProps {
  readonly household: Household;
  readonly messages: Messages;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function App(props: AppProps) {
  return (
    <HouseholdProvider value={props.household}>
      <MessagesProvider messages={props.messages}>
        <ClockProvider now={props.now}>
          <AppViewProvider>
            <ToastProvider>
              <Router root={Frame}>
                <Route path={paths.now} component={NowScreen} />
                <Route path={paths.flows} component={FlowsScreen} />
                <Route path={paths.flow} component={FlowScreen} />
                <Route path={paths.people} component={PeopleScreen} />
                <Route path={paths.log} component={LogScreen} />
                <Route path={paths.join} component={JoinScreen} />
                <Route path={paths.settings} component={SettingsScreen} />
                <Route path="*" component={NotFoundScreen} />
              </Router>
            </ToastProvider>
          </AppViewProvider>
        </ClockProvider>
      </MessagesProvider>
    </HouseholdProvider>
  );
}
