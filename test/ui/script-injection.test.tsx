// @vitest-environment happy-dom
/** Every text of a household may hold markup; every screen shows it as the text it is. */
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { App } from '../../src/ui/app.tsx';
import { bareDevice } from '../../src/ui/device.tsx';
import { FactRows } from '../../src/ui/screens/facts/fact-rows.tsx';
import type { ViewByKind, ViewQuery } from '../../src/worker/messages.ts';
import { freshViews, tripPreview } from '../support/fresh-device.ts';
import { hotelAddress, reviewAddress, waitAddress } from '../support/open-step.tsx';
import { messages } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';
import { createScriptedHousehold, type ScriptedHousehold } from '../support/scripted-household.ts';
import { fact } from '../support/tuesday-facts.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { trip, tuesdayMorning } from '../support/tuesday-people.ts';

const payloads = [
  '<img src=x onerror="globalThis.taken=1">',
  '"><svg onload=globalThis.taken=1>',
  '</title><script>globalThis.taken=1</script>',
  'javascript:globalThis.taken=1',
];
/** What people write, wherever a view holds it. */
const written = new Set(
  'title runTitle name spaceName text reason stuckReason waitingOn on note instructions outcomeName place url initials follows'.split(
    ' ',
  ),
);

function withMarkup<Value>(value: Value, payload: string): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => withMarkup(item, payload)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' && written.has(key)
      ? [key, `${payload} ${inner}`]
      : [key, withMarkup(inner, payload)],
  );
  return Object.fromEntries(entries) as Value;
}

function openWith(
  path: string,
  views: (query: ViewQuery) => ViewByKind[keyof ViewByKind] | undefined,
  payload: string,
): ScriptedHousehold {
  window.history.replaceState(null, '', path);
  const household = createScriptedHousehold(
    (query) => withMarkup(views(query), payload),
    withMarkup(tripPreview, payload),
  );
  render(() => (
    <App household={household} messages={messages} now={() => tuesdayMorning} device={bareDevice} />
  ));
  return household;
}

function expectNothingLive(): void {
  const elements = [...document.querySelectorAll('*')];
  expect(elements.filter(({ localName }) => localName === 'script')).toEqual([]);
  expect(document.querySelectorAll('img[src="x"], iframe, object, embed')).toHaveLength(0);
  for (const element of elements) {
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), `${element.localName} has ${name}`).toBe(false);
      if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) {
        expect(value.trim().toLowerCase()).not.toMatch(/^(?:javascript|data|vbscript):/u);
      }
    }
  }
  expect(globalThis).not.toHaveProperty('taken');
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('markup in what people wrote', () => {
  const screens: readonly (readonly [string, string])[] = [
    ['what is mine now', '/'],
    ['the flows', '/flows'],
    ['a flow', `/flows/${trip}`],
    ['a step', hotelAddress],
    ['a step that was done before', reviewAddress],
    ['a step that waits', waitAddress],
    ['the people', '/people'],
    ['the log', '/log'],
    ['the start form', '/new/business-trip'],
  ];
  for (const [name, path] of screens) {
    it(`${name} shows it as text`, async () => {
      for (const payload of payloads) {
        openWith(path, tuesdayViews, payload);
        await waitFor(() => expect(document.body.textContent).toContain(payload));
        expectNothingLive();
        cleanup();
      }
    });
  }

  it('a link is one only when it leads to the web', () => {
    for (const url of [
      'javascript:globalThis.taken=1',
      ' JaVaScRiPt:globalThis.taken=1',
      'java\nscript:globalThis.taken=1',
      'data:text/html,<script>globalThis.taken=1</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://x/y',
    ]) {
      const facts = [fact('site', 'Where to book', 'link', { kind: 'link', url })];
      renderPart(() => <FactRows run={trip} facts={facts} />);
      expect(screen.queryByRole('link')).toBeNull();
      expectNothingLive();
      cleanup();
    }
    const facts = [fact('site', 'Where to book', 'link', { kind: 'link', url: 'https://example.org/"><b>' })];
    renderPart(() => <FactRows run={trip} facts={facts} />);
    expect(screen.getByRole('link').getAttribute('rel')).toBe('noopener noreferrer');
    expectNothingLive();
  });

  it('what is typed goes on as it was typed, and is drawn as text beside it', async () => {
    for (const payload of payloads) {
      const household = openWith('/new', freshViews, '');
      const area = await screen.findByRole('textbox', { name: captureWords(messages.formats).label });
      fireEvent.input(area, { target: { value: `Trip:\n${payload}\n& Pack` } });
      await waitFor(() => expect(document.body.textContent).toContain(payload.slice(0, 10)));
      expectNothingLive();
      fireEvent.click(screen.getByRole('button', { name: captureWords(messages.formats).start }));
      await waitFor(() => expect(household.intents.length).toBeGreaterThan(1));
      expect(JSON.stringify(household.intents)).toContain(JSON.stringify(payload).slice(1, -1));
      cleanup();
      localStorage.clear();
    }
  });

  it('an invite’s text that is markup is damaged and shown nowhere as more than text', async () => {
    for (const payload of payloads) {
      openWith(`/join#invite=${encodeURIComponent(payload)}`, freshViews, '');
      await waitFor(() => expect(document.body.textContent?.length).toBeGreaterThan(20));
      expectNothingLive();
      cleanup();
    }
  });
});
