import { hiddenIn } from './hidden';
import { hostDoubt } from './look-alike';
import { report, type Text, warn } from './text';

/** The name of a host is its first group. */
const WEB = /^https:\/\/([\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+)(?::\d+)?(?:[/?#][^\s\\<>"]*)?$/iu;
const TELEPHONE = /^tel:(\+?\d{3,15})$/;
const ENTITY = /&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;
/** Addresses and numbers in what a link says. */
const SAID_HOST = /(?<![\w.@-])(?:[a-z\d-]+\.)+[a-z]{2,}(?![\w-])/gi;
const SAID_NUMBER = /\+?\d[\d .()-]+\d/g;

/** Why a link may not stand in a guide, or undefined for one that may. Links to steps are judged elsewhere. */
function linkProblem(href: string): string | undefined {
  if (!WEB.test(href) && !TELEPHONE.test(href))
    return `a link may lead to "https://…", "tel:" and digits, or a step "#step-id", not to "${href}"`;
  return disguiseIn(href);
}

/** Why a source cannot be quoted by this address; pages of older offices are only there by http. */
export function sourceProblem(url: string): string | undefined {
  if (!WEB.test(url.replace(/^http:/, 'https:')) || !URL.canParse(url))
    return 'url must be a full web address';
  return disguiseIn(url);
}

/**
 * Judges a link, and what it says of where it leads; `at` is where it stands. Answers whether it may stand: what is only
 * doubtful is warned of.
 */
export function checkLink(source: Text, href: string, says: string, at: number): boolean {
  const problem = linkProblem(href) ?? contradiction(href, says);
  if (problem) report(source, at, problem);
  else warnOfHost(source, href, at);
  return problem === undefined;
}

/** Warns of a host whose name may not be what it looks like. */
export function warnOfHost(source: Text, url: string, at: number): void {
  const doubt = hostDoubt(hostOf(url));
  if (doubt) warn(source, at, 'look-alike', doubt);
}

/** What stands in an address in such a way that it is not seen. */
function disguiseIn(address: string): string | undefined {
  const [entity] = ENTITY.exec(address) ?? [];
  if (entity) return `write the character itself instead of ${entity}`;
  const [hidden] = hiddenIn(decoded(address));
  return hidden && `the address hides a character (${hidden.code}); write it without`;
}

function decoded(address: string): string {
  // Each sign by itself: one that cannot be read must not shield the others.
  return address.replaceAll(/(?:%[\da-f]{2})+/gi, (signs) => {
    const bytes = Uint8Array.from(signs.slice(1).split('%'), (byte) => Number.parseInt(byte, 16));
    return new TextDecoder().decode(bytes);
  });
}

/** A link that names one address or number and leads to another: nobody who reads it could know. */
function contradiction(href: string, says: string): string | undefined {
  const [, called] = TELEPHONE.exec(href) ?? [];
  if (called !== undefined) {
    const said = (says.match(SAID_NUMBER) ?? []).find(
      (number) => digits(number).length >= 3 && digits(number) !== digits(called),
    );
    return said && `the link says "${said}" but calls ${called}; write the number that it calls`;
  }
  const host = hostOf(href).replace(/^www\./, '');
  const said = (says.match(SAID_HOST) ?? []).find((name) => {
    const shown = name.toLowerCase().replace(/^www\./, '');
    return host !== shown && !host.endsWith(`.${shown}`);
  });
  return said && `the link says "${said}" but leads to "${host}"; write where it leads`;
}

function hostOf(url: string): string {
  return (WEB.exec(url.replace(/^http:/, 'https:'))?.[1] ?? '').toLowerCase();
}

/** A number as it is dialled in the country. */
function digits(number: string): string {
  return number.replaceAll(/[^\d+]/g, '').replace(/^\+84/, '0');
}
