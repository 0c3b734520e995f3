import { describe, expect, it } from 'vitest';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeLogView } from '../../src/views/compute-log-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import {
  add,
  ben,
  callOff,
  campPlan,
  child,
  close,
  finish,
  mia,
  rename,
  startCamps,
} from '../support/camps.ts';
import { ana, type Device, occurrence, run, sam } from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';

const flow = (device: Device) => computeFlowView(spaceOf(device, ana), run, start);
const sheet = (device: Device, place: string) =>
  computeStepView(spaceOf(device, ana), run, occurrenceKey(occurrence(place)), start);
const row = (device: Device, place: string) => flow(device).rows.find(({ step }) => step === place);

describe('what is done once for each, on the screens', () => {
  it('is a row an item, with the name apart where the rail says it and whole elsewhere', () => {
    const device = startCamps();
    device.complete('ask');
    expect(row(device, 'choose/mia')).toMatchObject({
      title: 'choose · Mia',
      key: 'choose/mia/1',
      inItem: { item: 'mia', name: 'Mia', title: 'choose' },
    });
    expect(row(device, 'clash')?.inItem).toBeNull();
    const now = computeNowView(spaceOf(device, ana), start);
    expect(now.holding.map(({ title }) => title)).toEqual(['choose · Mia', 'choose · Ben']);
    expect(sheet(device, 'choose/ben')).toMatchObject({ title: 'choose · Ben', availability: 'here' });
    expect(sheet(device, 'choose/ben').unlocks.map(({ title }) => title)).toEqual(['register · Ben']);
  });

  it('counts each item on its own, and every step of each in the flow', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    const [list] = flow(device).itemLists;
    expect(list).toMatchObject({ name: 'Children', itemName: 'child', isOpen: true, canReopen: false });
    expect(list?.items).toMatchObject([
      { name: 'Mia', done: 3, total: 3, isOver: true, isCalledOff: false },
      { name: 'Ben', done: 0, total: 3, isOver: false },
    ]);
    expect(flow(device)).toMatchObject({ done: 4, total: 9 });
    device.do(callOff(ben));
    expect(flow(device).itemLists[0]?.items[1]).toMatchObject({ isOver: true, isCalledOff: true });
  });

  it('says that a list may still grow where something waits for it, and offers nothing that goes over it', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    expect(row(device, 'clash')).toMatchObject({ waitingFor: [], openLists: ['Children'] });
    expect(sheet(device, 'clash')).toMatchObject({ openLists: ['Children'], actions: { complete: false } });
    expect(sheet(device, 'ride').actions.complete).toBe(false);
    device.do(close);
    expect(row(device, 'clash')).toMatchObject({ tone: 'turn', openLists: [] });
    expect(flow(device).itemLists[0]).toMatchObject({ isOpen: false, canReopen: true });
  });

  it('ends the list behind its items, or before what waits for it while there are none', () => {
    const device = startCamps(campPlan(), []);
    expect(flow(device).rows.map(({ step }) => step)).toEqual(['ask', 'clash', 'ride']);
    expect(flow(device).itemLists[0]?.endsAt).toBe(1);
    device.do(add(child('zoe', 'Zoe')));
    expect(flow(device).itemLists[0]?.endsAt).toBe(4);
  });

  it('tells in the log who came to the list, and that it is complete', () => {
    const device = startCamps();
    device.do(add(child('zoe', 'Zoe')));
    device.do(close);
    const lines = computeLogView(spaceOf(device, sam), { limit: 20 }, start).lines;
    expect(lines.slice(0, 2).map(({ type, text }) => [type, text])).toEqual([
      ['item.closed', 'Children'],
      ['item.added', 'Zoe'],
    ]);
  });

  it('[I1] tells in the log what somebody was called before', () => {
    const device = startCamps();
    device.do(rename(mia, 'Mila'));
    device.do(rename(mia, 'Mina'));
    const lines = computeLogView(spaceOf(device, sam), { limit: 20 }, start).lines;
    expect(lines.slice(0, 2).map(({ type, text, was }) => [type, was, text])).toEqual([
      ['item.renamed', 'Mila', 'Mina'],
      ['item.renamed', 'Mia', 'Mila'],
    ]);
  });

  it('shows two of one name once, and not when the flow is cancelled', () => {
    const device = startCamps();
    device.do(add(child('mia2', 'Mia')));
    expect(flow(device).itemLists[0]?.twins).toMatchObject([{ name: 'Mia', drop: 'mia2' }]);
    device.do({ kind: 'cancelRun' });
    expect(flow(device).itemLists[0]).toMatchObject({ twins: [], isOpen: false });
  });
});
