// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { englishMessages, type Messages } from '../../src/i18n/core/en/messages.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type PersonId } from '../../src/model/ids.ts';
import type { FactEntry } from '../../src/ui/screens/facts/fact-entry.ts';
import { FactInput, type FilledFact } from '../../src/ui/screens/facts/fact-input.tsx';
import { messages } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { zone } from '../support/tuesday-people.ts';

afterEach(cleanup);

const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

function fillIn(
  kind: FilledFact['kind'],
  value: FactValue | null = null,
  more: Partial<FilledFact> = {},
  words: Messages = messages,
) {
  const entries: FactEntry[] = [];
  renderPart(
    () => (
      <FactInput
        fact={{ name: 'It', kind, options: [], zone, ...more }}
        value={value}
        onEntry={(entry) => entries.push(entry)}
      />
    ),
    tuesdayViews,
    words,
  );
  return { last: () => entries.at(-1) };
}
const german = englishMessages({ locale: 'de-DE', zone: 'Europe/Berlin' });

describe('Filling in a fact', () => {
  it('takes text as it is, without the space around it, and nothing as not known', () => {
    const { last } = fillIn('text');
    type('It', '  TP 1363 ');
    expect(last()).toEqual({ kind: 'value', value: { kind: 'text', text: 'TP 1363' } });
    type('It', '   ');
    expect(last()).toEqual({ kind: 'empty' });
  });

  it('takes a place and a file by their names', () => {
    const place = fillIn('place');
    type('It', 'Rua do Largo 14');
    expect(place.last()).toEqual({ kind: 'value', value: { kind: 'place', place: 'Rua do Largo 14' } });
    cleanup();
    const file = fillIn('file');
    type('It', 'ticket.pdf');
    expect(file.last()).toEqual({ kind: 'value', value: { kind: 'file', name: 'ticket.pdf' } });
  });

  it('reads a number with the marks of its locale, and offers the keys for it', () => {
    const { last } = fillIn('number', { kind: 'number', number: 2.5 }, {}, german);
    const field = screen.getByLabelText<HTMLInputElement>('It');
    expect([field.value, field.inputMode]).toEqual(['2,5', 'decimal']);
    type('It', '1.234,75');
    expect(last()).toEqual({ kind: 'value', value: { kind: 'number', number: 1234.75 } });
  });

  it('says beside the field that something is no number, once the field is left', async () => {
    const { last } = fillIn('number');
    type('It', 'six');
    expect(last()).toEqual({ kind: 'invalid', problem: 'notANumber' });
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.focusOut(screen.getByLabelText('It'));
    const alert = await screen.findByRole('alert');
    const field = screen.getByLabelText('It');
    expect(alert.textContent).toBe(messages.facts.input.problem('notANumber'));
    expect(field.getAttribute('aria-describedby')).toBe(alert.id);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('proposes the currency of where the clock is set, and takes any other', () => {
    const { last } = fillIn('money');
    type('It', '1,200.50');
    expect(last()).toEqual({
      kind: 'value',
      value: { kind: 'money', amount: 1200.5, currency: 'EUR' },
    });
    fireEvent.change(screen.getByLabelText(messages.facts.input.currency), { target: { value: 'SEK' } });
    expect(last()).toMatchObject({ value: { amount: 1200.5, currency: 'SEK' } });
  });

  it('takes a day', () => {
    const { last } = fillIn('date', { kind: 'date', date: '2026-12-03' });
    expect(screen.getByLabelText<HTMLInputElement>('It').value).toBe('2026-12-03');
    type('It', '2026-12-04');
    expect(last()).toEqual({ kind: 'value', value: { kind: 'date', date: '2026-12-04' } });
  });

  it('takes a day begun and not ended for a mistake, never for "not known"', async () => {
    const { last } = fillIn('date', { kind: 'date', date: '2026-12-03' });
    const field = screen.getByLabelText('It');
    Object.defineProperty(field, 'validity', { value: { badInput: true } });
    type('It', '');
    expect(last()).toEqual({ kind: 'invalid', problem: 'notADay' });
  });

  it('builds an instant from wall time in the zone of the run', () => {
    const { last } = fillIn('instant', null, { zone: 'America/New_York' });
    type(messages.facts.input.day, '2026-12-02');
    expect(last()).toEqual({ kind: 'invalid', problem: 'noTime' });
    type(messages.facts.input.time, '16:10');
    expect(last()).toEqual({
      kind: 'value',
      value: { kind: 'instant', at: Date.UTC(2026, 11, 2, 21, 10), zone: 'America/New_York' },
    });
  });

  it('shows an instant in its own zone, and tells the same wall time in another one', async () => {
    const berlin = { kind: 'instant', at: Date.UTC(2026, 6, 1, 8), zone: 'Europe/Berlin' } as const;
    const { last } = fillIn('instant', berlin);
    expect(screen.getByLabelText<HTMLInputElement>(messages.facts.input.time).value).toBe('10:00');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.input.changeZone('Berlin time') }));
    type(messages.facts.input.zone, 'Mars/Crater');
    expect(last()).toEqual({ kind: 'invalid', problem: 'notAZone' });
    type(messages.facts.input.zone, 'Asia/Tokyo');
    expect(last()).toMatchObject({ value: { at: Date.UTC(2026, 6, 1, 1), zone: 'Asia/Tokyo' } });
  });

  it('leaves an instant as exact as it was while nobody changes it', () => {
    const exact = { kind: 'instant', at: Date.UTC(2026, 6, 1, 8, 0, 17), zone } as const;
    const { last } = fillIn('instant', exact);
    fireEvent.focusOut(screen.getByLabelText(messages.facts.input.day));
    expect(last()).toEqual({ kind: 'value', value: exact });
  });

  it('moves a time that a spring change skips on, and takes the first of one told twice', () => {
    const { last } = fillIn('instant', null, { zone: 'Europe/Berlin' });
    type(messages.facts.input.day, '2026-03-29');
    type(messages.facts.input.time, '02:30');
    expect(last()).toMatchObject({ value: { at: Date.UTC(2026, 2, 29, 1, 30) } });
    type(messages.facts.input.day, '2026-10-25');
    expect(last()).toMatchObject({ value: { at: Date.UTC(2026, 9, 25, 0, 30) } });
  });

  it('adds hours and minutes up', () => {
    const { last } = fillIn('duration', { kind: 'duration', minutes: 35 });
    type(messages.facts.input.hours, '2');
    expect(last()).toEqual({ kind: 'value', value: { kind: 'duration', minutes: 155 } });
    type(messages.facts.input.minutes, '');
    type(messages.facts.input.hours, '1.5');
    expect(last()).toEqual({ kind: 'value', value: { kind: 'duration', minutes: 90 } });
    type(messages.facts.input.minutes, '-5');
    expect(last()).toEqual({ kind: 'invalid', problem: 'notALength' });
  });

  it('offers the people of the household, and nobody', async () => {
    const { last } = fillIn('person');
    fireEvent.click(await screen.findByRole('radio', { name: /Sam/ }));
    expect(last()).toEqual({
      kind: 'value',
      value: { kind: 'person', person: asId<PersonId>('sam') },
    });
    fireEvent.click(screen.getByRole('radio', { name: messages.facts.input.none }));
    expect(last()).toEqual({ kind: 'empty' });
  });

  it('offers the options of a choice', () => {
    const options = [
      { id: 'quiet', name: 'Quiet side' },
      { id: 'street', name: 'Street side' },
    ];
    const { last } = fillIn('choice', { kind: 'choice', choice: 'quiet' }, { options });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Quiet side' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Street side' }));
    expect(last()).toEqual({ kind: 'value', value: { kind: 'choice', choice: 'street' } });
  });

  it('takes web addresses only, and says why not', () => {
    const { last } = fillIn('link');
    type('It', 'example.org/agenda');
    expect(last()).toEqual({
      kind: 'value',
      value: { kind: 'link', url: 'https://example.org/agenda' },
    });
    for (const bad of ['javascript:alert(1)', 'mailto:sam@example.org', 'data:text/html,x', 'file:///etc']) {
      type('It', bad);
      expect(last(), bad).toEqual({ kind: 'invalid', problem: 'linkScheme' });
    }
    type('It', 'not an address');
    expect(last()).toEqual({ kind: 'invalid', problem: 'notALink' });
  });
});
