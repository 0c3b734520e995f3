/** Key names of the DOM as WebDriver's code points. Source: https://www.w3.org/TR/webdriver2/#keyboard-actions */

type KeyAction = { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

const codePointByKey: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** `Control+Shift+k`: all go down in that order and come up in the other. */
export function chordToActions(chord: string): readonly KeyAction[] {
  const keys = chord === '+' ? ['+'] : chord.split('+');
  const values = keys.map((key) => codePointByKey[key] ?? key);
  return [
    ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

export function textToActions(text: string): readonly KeyAction[] {
  return Array.from(text).flatMap((value): readonly KeyAction[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
}
