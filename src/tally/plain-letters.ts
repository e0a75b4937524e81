/** Text in small Latin letters and digits with single hyphens: `Xã Cần Đước` → `xa-can-duoc`. */
export function plainLetters(text: string): string {
  return text
    .replaceAll(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
