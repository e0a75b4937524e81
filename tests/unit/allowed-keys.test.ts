import { expect, it } from 'vitest';
import { mayPress, type Pressed } from '../../src/device/allowed-keys';

const pressed = (text: string): Pressed => {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Control'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
  };
};

it('what moves about in the page and presses its controls is let through, with the shift key or without', () => {
  for (const key of ['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'PageUp', 'Home']) {
    expect(mayPress(pressed(key), false), key).toBe(true);
  }
});

it('nothing that a browser knows is let through: function keys, combinations, and letters that find', () => {
  const functions = Array.from({ length: 24 }, (_, i) => `F${i + 1}`);
  const combinations = [...'pstnwujhlfgdork0+-='].flatMap((key) => [`Control+${key}`, `Meta+${key}`]);
  const others = ['Alt+ArrowLeft', 'Alt+Home', 'Alt+F4', 'Alt+d', 'Control+Tab', 'ContextMenu', 'Backspace'];
  const names = [
    '/',
    "'",
    'BrowserHome',
    'BrowserSearch',
    'BrowserBack',
    'LaunchMail',
    'PrintScreen',
    'Help',
  ];
  for (const key of [...functions, ...combinations, ...others, ...names]) {
    expect(mayPress(pressed(key), false), key).toBe(false);
  }
});

it('in a field staff can type, in Vietnamese too, and edit; and nothing leads out of it', () => {
  for (const key of ['a', 'ư', 'Backspace', 'Dead', 'Process', 'Control+v', 'Meta+c', 'Control+Alt+@']) {
    expect(mayPress(pressed(key), true), key).toBe(true);
  }
  for (const key of ['Control+p', 'Control+o', 'F1', 'Alt+ArrowLeft', 'Control+Alt+Delete', 'ContextMenu']) {
    expect(mayPress(pressed(key), true), key).toBe(false);
  }
});
