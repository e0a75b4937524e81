/** The style of a stored page: left out, since it is the content of other stored files. */
const LEFT_OUT = /<template data-files="([^"]*)"><\/template>/;

/**
 * The files, below the site's root, whose contents one after the other are the style that was left out of a page
 * (build/page-content.ts); undefined for what is no such page.
 */
export function styleFiles(content: string): string[] | undefined {
  return LEFT_OUT.exec(content)?.[1]?.split(' ').filter(Boolean);
}

/** The page as it was built, byte for byte, or its own policy would refuse the style. */
export function putTogether(content: string, css: string): string {
  return content.replace(LEFT_OUT, (_, files: string) => `<style data-files="${files}">${css}</style>`);
}
