import { preference } from './preference';

/** `team`: a volunteer sits beside. `kiosk`: people use it alone. `own`: somebody's own phone, whose counts stay on it. */
export const ROLES = ['team', 'kiosk', 'own'] as const;
export type Role = (typeof ROLES)[number];

/** How this device is used. */
export const role = preference<Role>('role', ROLES);
