import { preference } from './preference';

/** `team`: a volunteer sits beside. `kiosk`: people use it alone. */
export const ROLES = ['team', 'kiosk'] as const;
export type Role = (typeof ROLES)[number];

/** How this device is used; volunteer's notes are hidden on a kiosk. */
export const role = preference<Role>('role', ROLES);
