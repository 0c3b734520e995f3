/**
 * Contract approval: one draft, three pairs of eyes, and back to the draft until all of them are content.
 *
 * Each of them votes on the draft that they read: a new one voids what they said of an older one. One no sends
 * it back to be written again.
 * Finance only looks at large contracts, and legal has to be heard before anything leaves the house. Whoever
 * waits for the signature is reminded three times; when the offer has run out, who conducts is asked whether to
 * call it off, and then it is withdrawn.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { Rung } from '../model/ladder.ts';
import type { ApprovalRule, Assignee, OutcomeDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step, type After } from './template-step.ts';

const signBy = asId<FactId>('sign-by');
/** A plain number, so that the limit means the same in every currency. */
const worth = asId<FactId>('worth');
const version = asId<FactId>('version');
const signedOn = asId<FactId>('signed-on');
const signedCopy = asId<FactId>('signed-copy');
const renewal = asId<FactId>('renewal');
const noticeBy = asId<FactId>('notice-by');
const client = asId<FactId>('client');
const starts = asId<FactId>('starts');

const drafter = part('drafter');
const legal = part('legal');
const finance = part('finance');
const owner = part('owner');

const verdicts: readonly OutcomeDefinition[] = [
  { id: 'approved', name: 'Approved' },
  { id: 'rejected', name: 'Changes needed', redo: { section: 'drafting', atMost: 3 } },
];
const oneOf = (...by: readonly Assignee[]): ApprovalRule => ({ by, needed: 1, veto: true });
const day = 24 * 60;
const untilSigned: readonly Rung[] = [
  ...[3, 6, 9].map((days): Rung => ({ from: 'waiting', after: days * day, action: 'remind' })),
  { from: 'due', after: 0, action: 'tellConductor' },
  { from: 'due', after: day, action: 'addBackup' },
  { from: 'due', after: 3 * day, action: 'proposeCancel' },
];
const askToSign = `Hello,

did our contract ({version}) reach you? Our offer holds until {sign-by}.

Please tell me if something still stands in the way of your signature.`;
const theDraft = [{ fact: version, optional: true }];
const approvedBy = (from: string): After => ({ from, outcomes: ['approved'] });

export const contractApproval: WorkflowDefinition = {
  id: asId<WorkflowId>('contract-approval'),
  title: 'Contract approval',
  parts: [
    { id: 'drafter', name: 'Who writes it' },
    { id: 'legal', name: 'Who checks the wording' },
    { id: 'finance', name: 'Who checks the money' },
    { id: 'owner', name: 'Who answers for it' },
  ],
  facts: [
    { id: signBy, name: 'Signed by', kind: 'date', anchor: true, atStart: true },
    { id: worth, name: 'Worth, in its currency', kind: 'number', atStart: true },
    { id: client, name: 'With whom', kind: 'text', atStart: true },
    { id: version, name: 'Draft', kind: 'text' },
    { id: signedOn, name: 'Signed on', kind: 'date' },
    { id: starts, name: 'They start', kind: 'date', derived: { from: signedOn, days: 14 } },
    { id: signedCopy, name: 'Signed copy', kind: 'file' },
    { id: renewal, name: 'Renews on', kind: 'date' },
    { id: noticeBy, name: 'Notice at the latest', kind: 'date', derived: { from: renewal, days: -90 } },
  ],
  followUps: [
    {
      // The contract itself goes on until it is renewed.
      id: 'client',
      when: { kind: 'done', step: asId<StepId>('signature') },
      workflow: asId<WorkflowId>('new-client'),
      facts: { client, start: starts },
      parts: { lead: owner, 'set-up': drafter, books: finance },
    },
  ],
  sections: [
    {
      // Who judged an older draft is asked again by the draft itself: their votes are void.
      id: 'drafting',
      name: 'The draft',
      steps: [asId<StepId>('draft')],
    },
  ],
  steps: [
    step('draft', 'Write the draft', {
      assignee: drafter,
      backup: owner,
      estimate: 3 * 60,
      due: daysFrom(signBy, -20),
      writes: [version, worth],
      checklist: [
        { id: 'parties', text: 'Both sides with their full names' },
        { id: 'term', text: 'How long it runs and how it ends' },
      ],
      instructions: 'Give every draft its own name: who approved the last one is asked again.',
    }),
    step('legal-review', 'Check the wording', {
      kind: 'approval',
      after: ['draft'],
      approval: oneOf(legal),
      estimate: 60,
      due: daysFrom(signBy, -14),
      reads: theDraft,
      outcomes: verdicts,
      checklist: [
        { id: 'liability', text: 'Liability' },
        { id: 'privacy', text: 'Personal data' },
        { id: 'end', text: 'Notice and renewal' },
      ],
    }),
    step('finance-review', 'Check the money', {
      kind: 'approval',
      after: ['draft'],
      approval: oneOf(finance),
      estimate: 30,
      due: daysFrom(signBy, -14),
      onlyIf: { fact: worth, is: 'atLeast', value: { kind: 'number', number: 10_000 } },
      reads: [...theDraft, { fact: worth }],
      outcomes: verdicts,
      instructions: 'Only from 10,000 on. Payment dates, deposits, what happens when nobody pays.',
    }),
    step('owner-review', 'Say yes or no', {
      kind: 'approval',
      after: ['draft'],
      approval: oneOf(owner),
      estimate: 30,
      due: daysFrom(signBy, -14),
      reads: theDraft,
      outcomes: verdicts,
    }),
    step('send', 'Send it for signature', {
      join: { kind: 'all' },
      after: [
        { from: 'legal-review', outcomes: ['approved'], strength: 'enforced' },
        approvedBy('finance-review'),
        approvedBy('owner-review'),
      ],
      assignee: drafter,
      backup: owner,
      estimate: 15,
      due: daysFrom(signBy, -12),
      // Whoever finishes a draft is asked for its name: nothing leaves the house without one.
      reads: [{ fact: version }],
      irreversible: true,
      undo: {
        title: 'Withdraw the offer',
        instructions: 'In writing, and ask for it back if they have signed it already.',
      },
      checklist: [
        { id: 'version', text: 'The approved draft, no other' },
        { id: 'signer', text: 'To somebody who may sign' },
      ],
    }),
    step('signature', 'Their signature', {
      kind: 'wait',
      after: ['send'],
      assignee: drafter,
      backup: owner,
      estimate: 7 * day,
      due: daysFrom(signBy, 0),
      writes: [signedOn],
      contact: {
        how: 'mail',
        to: { kind: 'outside', name: 'Whoever signs' },
        subject: 'Your signature',
        text: askToSign,
      },
      instructions: 'Remind them every three days; the third time, call. More time: set another “Signed by”.',
      ifStalls: untilSigned,
    }),
    step('file-it', 'File the signed copy', {
      after: ['signature'],
      assignee: drafter,
      backup: finance,
      estimate: 10,
      due: daysFrom(signBy, 2),
      reads: [{ fact: signedOn, optional: true }],
      writes: [signedCopy],
    }),
    step('renewal-date', 'Note when it renews', {
      after: ['file-it'],
      assignee: drafter,
      backup: owner,
      estimate: 10,
      due: daysFrom(signBy, 3),
      reads: [signedOn, signedCopy].map((fact) => ({ fact, optional: true })),
      writes: [renewal],
      instructions: 'The day on which it goes on by itself. The reminder comes three months before.',
    }),
    step('notice', 'Keep it or give notice', {
      kind: 'decision',
      after: ['renewal-date'],
      assignee: owner,
      backup: drafter,
      estimate: 30,
      start: daysFrom(noticeBy, -14, '09:00'),
      due: daysFrom(noticeBy, 0),
      reads: [{ fact: noticeBy }],
      outcomes: [
        { id: 'keep', name: 'Keep it' },
        { id: 'end', name: 'Give notice' },
      ],
    }),
  ],
};
