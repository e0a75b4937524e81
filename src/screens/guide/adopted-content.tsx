import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { Content, Part } from './content';
import { fetchPage } from './fetch-page';

/**
 * The content of a guide as the build has drawn it. On the guide's own page (`prerendered`) it stands there already, and is left
 * as it is; who comes from another page of the app is brought it from there. `address`: of the page without its
 * style (build/page-content.ts). Rejects where it does not come.
 */
export async function adoptedContent(address: string, prerendered: boolean): Promise<Content> {
  let fetching: Promise<[Document, unknown]> | undefined;
  const page = async () => {
    fetching ??= Promise.all([fetchPage(address), import('./content-style')]);
    const [drawn] = await fetching;
    return drawn;
  };
  const Cover = adopted('cover-content', page, prerendered);
  const Steps = adopted('steps', page, prerendered);
  if (!prerendered) await Promise.all([Cover.preload(), Steps.preload()]);
  return { Cover, Steps };
}

/** The one element of this class in a guide's page. */
function adopted(name: string, page: () => Promise<Document>, prerendered: boolean) {
  const Fetched = lazy(async () => {
    const [drawn] = (await page()).getElementsByClassName(name);
    if (!drawn) throw new Error(`a page without .${name}`);
    const Copy: Part = ({ useLife }) => {
      const place = useRef<HTMLDivElement>(null);
      // A copy each time: whoever comes next finds no tick and no open panel of the one before.
      useLayoutEffect(
        () => place.current?.replaceChildren(...document.importNode(drawn, true).childNodes),
        [],
      );
      useLife();
      return <div ref={place} class={name} />;
    };
    return Copy;
  });
  const Standing: Part = ({ useLife }) => {
    useLife();
    // So Preact leaves alone what is in there; as it hydrates, it sets nothing.
    return <div class={name} dangerouslySetInnerHTML={{ __html: '' }} />;
  };
  let isThere = prerendered;
  const take = () => {
    const wasThere = isThere;
    isThere = false;
    return wasThere;
  };
  const View: Part = ({ useLife }) => {
    // Only the first one finds it in the page: whoever leaves takes it away.
    const [stands] = useState(take);
    return stands ? <Standing useLife={useLife} /> : <Fetched useLife={useLife} />;
  };
  return Object.assign(View, { preload: Fetched.preload });
}
