/** Found by `npm run chaos`, seeds 4, 18 and 22: two devices listed the same saved workflows in different orders. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { readInvites, readWorkflows, writeInvite, writeWorkflow } from '../../src/store/space-document.ts';
import { templates } from '../../src/templates/templates.ts';

const definition = templates[0]!;

function write(doc: Y.Doc, name: string): void {
  const id = asId<WorkflowId>(name);
  writeWorkflow(doc, { id, version: { number: 1, hash: 'x', definition: { ...definition, id } } });
  writeInvite(doc, name, { person: asId('p'), createdAt: 1, expiresAt: 2 });
}

describe('rows of the space document', () => {
  it('[W4] come in one order on every device, whoever wrote first', () => {
    const one = new Y.Doc();
    const other = new Y.Doc();
    write(one, 'b');
    write(other, 'a');
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    expect(readWorkflows(one).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readWorkflows(other)).toEqual(readWorkflows(one));
    expect(readInvites(other)).toEqual(readInvites(one));
  });
});
