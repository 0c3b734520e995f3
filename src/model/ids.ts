/**
 * Branded identifiers. An id is opaque text: nothing may be read out of it, only compared.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type SpaceId = Branded<'SpaceId'>;
export type PersonId = Branded<'PersonId'>;
export type RoleId = Branded<'RoleId'>;
export type DeviceId = Branded<'DeviceId'>;
export type WorkflowId = Branded<'WorkflowId'>;
export type RunId = Branded<'RunId'>;
export type ScheduleId = Branded<'ScheduleId'>;
export type StepId = Branded<'StepId'>;
export type ItemId = Branded<'ItemId'>;
export type FactId = Branded<'FactId'>;
export type EventId = Branded<'EventId'>;
/** Somebody let into one run by a link of their own. */
export type GuestId = Branded<'GuestId'>;

type AnyId =
  | SpaceId
  | PersonId
  | RoleId
  | DeviceId
  | WorkflowId
  | RunId
  | ScheduleId
  | StepId
  | ItemId
  | FactId
  | EventId
  | GuestId;

/** Marks text that came from a trusted maker of ids (a decoder, a template, a random source). */
export function asId<Id extends AnyId>(text: string): Id {
  return text as Id;
}
