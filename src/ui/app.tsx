/// <reference types="unplugin-icons/types/solid" />
/** The page: providers around the router, and which screen stands at which address. */
import '../styles/reset.css';
import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/base.css';
import { Route, Router } from '@solidjs/router';
import { type Component, lazy, onCleanup, onMount, untrack } from 'solid-js';
import { type Household, HouseholdProvider } from '../client/household.ts';
import type { Messages } from '../i18n/core/en/messages.ts';
import { MessagesProvider } from '../i18n/messages-context.tsx';
import { AppViewProvider } from './app-view.tsx';
import { ClockProvider } from './clock.tsx';
import { bareDevice, type Device, DeviceProvider } from './device.tsx';
import { Frame } from './frame.tsx';
import { keptAt } from './kept-screens.tsx';
import { ToastProvider } from './kit/toast.tsx';
import { loadAhead } from './load-ahead.ts';
import { paths } from './routes.ts';
import { NotFoundScreen } from './screens/not-found/not-found-screen.tsx';
import { NowScreen } from './screens/now/now-screen.tsx';
import { HomeGate } from './screens/start/home-gate.tsx';

const loadFlows = () => import('./screens/flows/flows-screen.tsx');
const FlowsScreen = lazy(async () => ({ default: (await loadFlows()).FlowsScreen }));
const loadFlow = () => import('./screens/flow/flow-screen.tsx');
const FlowScreen = lazy(async () => ({ default: (await loadFlow()).FlowScreen }));
const loadLog = () => import('./screens/log/log-screen.tsx');
const LogScreen = lazy(async () => ({ default: (await loadLog()).LogScreen }));

const CaptureScreen = lazy(async () => ({
  default: (await import('./screens/capture/capture-screen.tsx')).CaptureScreen,
}));
const PrefilledScreen = lazy(async () => ({
  default: (await import('./screens/start/prefilled-screen.tsx')).PrefilledScreen,
}));
const EditorScreen = lazy(async () => ({
  default: (await import('./screens/editor/editor-screen.tsx')).EditorScreen,
}));
const PeopleScreen = lazy(async () => ({
  default: (await import('./screens/people/people-screen.tsx')).PeopleScreen,
}));
const JoinScreen = lazy(async () => ({
  default: (await import('./screens/join/join-screen.tsx')).JoinScreen,
}));
const AlertsScreen = lazy(async () => ({
  default: (await import('./screens/alerts/alerts-screen.tsx')).AlertsScreen,
}));
const ShareScreen = lazy(async () => ({
  default: (await import('./screens/share/share-screen.tsx')).ShareScreen,
}));
const OpenScreen = lazy(async () => ({
  default: (await import('./screens/share/open-screen.tsx')).OpenScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
}));

const AgainScreen = lazy(async () => ({
  default: (await import('./screens/start/again-screen.tsx')).AgainScreen,
}));
const PrintScreen = lazy(async () => ({
  default: (await import('./screens/print/print-screen.tsx')).PrintScreen,
}));

/** It stands over a flow. */
const loadStep = () => import('./screens/step/step-pages.tsx');

/** A screen of the household: before there is one, the way in stands at its address. */
function ofHousehold(Screen: Component): Component {
  return () => (
    <HomeGate>
      <Screen />
    </HomeGate>
  );
}
const HomeNow = ofHousehold(
  keptAt(paths.now, () => {
    onMount(() => onCleanup(loadAhead([loadFlow, loadStep, loadFlows, loadLog])));
    return <NowScreen />;
  }),
);
const HomeFlows = ofHousehold(keptAt(paths.flows, FlowsScreen));
const HomeFlow = ofHousehold(keptAt(paths.flow, FlowScreen, { lingers: true }));
const HomeEditor = ofHousehold(EditorScreen);
const HomePeople = ofHousehold(PeopleScreen);
const HomeLog = ofHousehold(keptAt(paths.log, LogScreen));
const HomeShare = ofHousehold(ShareScreen);
const HomeAgain = ofHousehold(AgainScreen);
const HomePrint = ofHousehold(PrintScreen);
const HomeAlerts = ofHousehold(AlertsScreen);

export interface AppProps {
  readonly household: Household;
  readonly messages: Messages;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly device?: Device;
}

export function App(props: AppProps) {
  // A page has one household and one device for as long as it lives.
  const household = untrack(() => props.household);
  const device = untrack(() => props.device ?? bareDevice);
  return (
    <HouseholdProvider value={household}>
      <MessagesProvider messages={props.messages}>
        <ClockProvider now={props.now}>
          <DeviceProvider value={device}>
            <AppViewProvider>
              <ToastProvider>
                <Router root={Frame}>
                  <Route path={paths.now} component={HomeNow} />
                  <Route path={paths.flows} component={HomeFlows} />
                  <Route path={paths.flow} component={HomeFlow} />
                  <Route path={paths.people} component={HomePeople} />
                  <Route path={paths.log} component={HomeLog} />
                  <Route path={paths.new} component={CaptureScreen} />
                  <Route path={paths.newWorkflow} component={PrefilledScreen} />
                  <Route path={paths.workflow} component={HomeEditor} />
                  <Route path={paths.join} component={JoinScreen} />
                  <Route path={paths.alerts} component={HomeAlerts} />
                  <Route path={paths.share} component={HomeShare} />
                  <Route path={paths.open} component={OpenScreen} />
                  <Route path={paths.again} component={HomeAgain} />
                  <Route path={paths.print} component={HomePrint} />
                  <Route path={paths.settings} component={SettingsScreen} />
                  <Route path="*" component={NotFoundScreen} />
                </Router>
              </ToastProvider>
            </AppViewProvider>
          </DeviceProvider>
        </ClockProvider>
      </MessagesProvider>
    </HouseholdProvider>
  );
}
