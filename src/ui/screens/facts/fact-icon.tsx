/** The sign of a kind of fact; its name stands beside it. */
import type { Component } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import IconBanknote from '~icons/lucide/banknote';
import IconCalendar from '~icons/lucide/calendar-days';
import IconClock from '~icons/lucide/clock';
import IconFile from '~icons/lucide/file-text';
import IconHash from '~icons/lucide/hash';
import IconLink from '~icons/lucide/link';
import IconListChecks from '~icons/lucide/list-checks';
import IconMapPin from '~icons/lucide/map-pin';
import IconTimer from '~icons/lucide/timer';
import IconType from '~icons/lucide/text';
import IconUser from '~icons/lucide/user-round';
import type { FactKind } from '../../../model/fact.ts';

const iconByKind: Readonly<Record<FactKind, Component>> = {
  text: IconType,
  number: IconHash,
  money: IconBanknote,
  date: IconCalendar,
  instant: IconClock,
  duration: IconTimer,
  place: IconMapPin,
  person: IconUser,
  choice: IconListChecks,
  link: IconLink,
  file: IconFile,
};

export function FactIcon(props: { readonly kind: FactKind }) {
  return <Dynamic component={iconByKind[props.kind]} />;
}
