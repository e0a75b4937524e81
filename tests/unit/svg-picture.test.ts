import { describe, expect, it } from 'vitest';
import { svgProblem } from '../../build/svg-picture';

describe('a drawing beside a guide is nothing but a drawing', () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;
  it.each([
    '<script>alert(1)</script>',
    '<svg:script href="x"/>',
    '<SCRIPT/>',
    '<foreignObject><p/></foreignObject>',
    '<rect onload="alert(1)"/>',
    '<rect/onload=alert(1) />',
    '<rect fill="red"onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<use href="https://elsewhere.example/x.svg#a"/>',
    '<use xlink:href="java&#115;cript:alert(1)"/>',
    '<image href="data:image/svg+xml,x"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="x"/>',
    '<style>@import "https://elsewhere.example/"</style>',
    '<rect style="fill:url(https://elsewhere.example/)"/>',
  ])('%s is refused', (inside) => {
    expect(svgProblem(svg(inside))).toMatch(/^holds .*; save it as a plain drawing, or as \.webp$/);
  });

  it('entities and style sheets before it are refused', () => {
    expect(svgProblem(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)).toMatch(/entity/);
    expect(svgProblem(`<?xml-stylesheet href="x"?>${svg('')}`)).toMatch(/style sheet/);
  });

  it('shapes, gradients and parts used again are fine', () => {
    const drawn =
      '<defs><linearGradient id="a"><stop offset="0"/></linearGradient><path id="b" d="M0 0"/></defs><rect fill="url(#a)" style="stroke:url(\'#a\')"/><use href="#b"/><use xlink:href="#b"/><image href="data:image/png;base64,AA=="/><text font-size="1">onload của thẻ</text>';
    expect(svgProblem(`<?xml version="1.0"?>${svg(drawn)}`)).toBeUndefined();
  });
});
