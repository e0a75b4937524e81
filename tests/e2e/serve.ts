import { serve } from '../../scripts/serve.mjs';

/** Serves the built site below a sub-path, as GitHub Pages does, for all browser tests. */
export default async function start() {
  const { address, close } = await serve({ port: 4200, base: '/tung-buoc/' });
  process.env.SITE = address;
  return close;
}
