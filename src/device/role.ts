import { preference } from './preference';

/** `team`: a volunteer sits beside. `kiosk`: people use it alone. `own`: somebody's own phone, whose counts stay on it. */
export const ROLES = ['team', 'kiosk', 'own'] as const;
export type Role = (typeof ROLES)[number];

/** How this device is used. */
export const role = preference<Role>('role', ROLES);

const listeners = new Set<() => void>();

/** Uses the device in another way from now on. */
export function changeRole(value: Role): void {
  role.set(value);
  for (const listener of listeners) listener();
}

/** Calls back each time staff use the device in another way. */
export function onRole(listener: () => void): void {
  listeners.add(listener);
}
