import { role } from './role';

/** Whether a volunteer sits beside the person (`helped`) or not (`alone`). */
export type Company = 'helped' | 'alone';

let chosen: Company | undefined;

/** As the device is used, unless it was switched for the person who is here now. Also shows as `data-mode` on <html>. */
export function company(): Company {
  return chosen ?? (role.get() === 'team' ? 'helped' : 'alone');
}

/** Switches for the person who is here now; with undefined the device's own way holds again. */
export function setCompany(value: Company | undefined): void {
  chosen = value;
  showCompany();
}

/** Notes for the volunteer go by it. */
export function showCompany(): void {
  document.documentElement.dataset.mode = company();
}
