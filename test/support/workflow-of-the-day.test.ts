import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseWorkflow, findWorkflowWalks, titlesOfWorkflow } from '../e2e/support/workflow-of-the-day.ts';

const names = ['board-meeting', 'business-trip', 'contract-approval'];
const day = 24 * 60 * 60_000;

describe('The workflow that is walked in every browser', () => {
  it('is another one the next day, each in its turn, and the same all day', () => {
    const monday = Date.UTC(2026, 10, 23);
    const week = Array.from({ length: 6 }, (_, index) =>
      chooseWorkflow(names, monday + index * day, undefined),
    );
    expect(new Set(week.slice(0, 3))).toEqual(new Set(names));
    expect(week.slice(3)).toEqual(week.slice(0, 3));
    expect(chooseWorkflow(names, monday + day - 1, undefined)).toBe(week[0]);
    expect(chooseWorkflow(names, 0, undefined)).toBe('board-meeting');
    expect(chooseWorkflow(names, day, '')).toBe('business-trip');
  });

  it('is the one that was asked for, so that a failure can be seen again', () => {
    expect(chooseWorkflow(names, 0, 'contract-approval')).toBe('contract-approval');
    expect(() => chooseWorkflow(names, 0, 'contract')).toThrow(/board-meeting, business-trip/);
  });

  it('is none as long as nothing walks one', () => {
    expect(chooseWorkflow([], Date.UTC(2026, 10, 23), undefined)).toBeNull();
  });

  it('is found by the mark in a title, by the name of its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-walks-'));
    try {
      writeFileSync(join(folder, 'summer-camps.spec.ts'), "test('@workflow three camps', walk);");
      writeFileSync(join(folder, 'business-trip.spec.ts'), 'test("@workflow a trip", walk);');
      writeFileSync(join(folder, 'items.spec.ts'), '// unlike a @workflow\ntest("three camps", walk);');
      writeFileSync(join(folder, 'walk.ts'), "const mark = '@workflow';");
      expect(findWorkflowWalks(folder)).toEqual(['business-trip', 'summer-camps']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is told from the others by file and mark', () => {
    const titles = titlesOfWorkflow('business-trip');
    expect(titles.test('firefox business-trip.spec.ts @workflow there and back')).toBe(true);
    expect(titles.test('firefox business-trip.spec.ts the hotel is full @workflow')).toBe(true);
    expect(titles.test('firefox business-trip.spec.ts the hotel is full')).toBe(false);
    expect(titles.test('firefox long-business-trip.spec.ts @workflow there and back')).toBe(false);
    expect(titles.test('firefox board-meeting.spec.ts @workflow business-trip.spec.ts')).toBe(false);
  });
});
