import { serve } from '../../scripts/serve.mjs';

/** Serves the built site below a sub-path for all trials. With `SITE` set, the site there is tried. */
export default async function start() {
  if (process.env.SITE) return undefined;
  const { address, close } = await serve({ port: 4300, base: '/tung-buoc/' });
  process.env.SITE = address;
  return close;
}
