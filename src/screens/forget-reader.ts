import { role } from '../device/role';
import { readingSpeed } from '../device/speech-preferences';
import { textSize } from '../device/text-size';
import { theme } from '../device/theme';

/**
 * On a kiosk: the next person finds text size, colours and reading speed as they are by default. Elsewhere nothing happens,
 * since there the same person, or the same team, goes on.
 */
export function forgetReader(): void {
  if (role.get() !== 'kiosk') return;
  textSize.forget();
  theme.forget();
  readingSpeed.forget();
}
