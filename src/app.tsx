import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { addressOf, pageOf } from './pages';
import { type Site, SiteContext } from './screens/site';

/** The whole app, at the address that the browser shows. */
export function App({ site }: { site: Site }) {
  return (
    <SiteContext.Provider value={site}>
      <LocationProvider>
        <ErrorBoundary>
          <Pages root={site.root} />
        </ErrorBoundary>
      </LocationProvider>
    </SiteContext.Provider>
  );
}

/** The page before stays on screen until the next one is loaded. */
function Pages({ root }: { root: string }) {
  const { url } = useLocation();
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const address = addressOf(path.startsWith(root) ? path.slice(root.length) : path.slice(1));
  return <Router>{[<Route key="page" default component={pageOf(address, { orHome: true })} />]}</Router>;
}
