/** The name that build/content-security.ts lets through, and no other. */
const NAME = 'own-worker';

/** The site's own workers: the one that serves it offline, and what the build made of src/report/worker.ts. */
const OWN = /\/(sw\.js|assets\/worker-[\w-]+\.js)$/;

/** As far as it is used here; TypeScript's DOM does not have it. What it makes counts as text wherever text is taken. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * A worker's address in the form that the page's policy asks for; as it is where the browser asks for none. Throws for
 * every other address: that would be a bug.
 */
export function trustedAddress(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= (trustedTypes ?? NONE).createPolicy(NAME, { createScriptURL: checked });
  return policy.createScriptURL(address);
}

const NONE: TrustedTypes = { createPolicy: (_name, rules) => rules };

function checked(address: string): string {
  const { origin, pathname, search, href } = new URL(address, location.href);
  const own = origin === location.origin && (import.meta.env.DEV || (OWN.test(pathname) && search === ''));
  if (!own) throw new TypeError(`not a worker of this site: ${address}`);
  return href;
}
