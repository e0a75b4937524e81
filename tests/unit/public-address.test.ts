import { describe, expect, it } from 'vitest';
import { checkAddress, LONGEST_ADDRESS } from '../../src/device/public-address';

describe('the public address as staff write it', () => {
  it.each([
    ['https://vidu.vn', 'https://vidu.vn/'],
    ['  https://vidu.vn/tung-buoc ', 'https://vidu.vn/tung-buoc/'],
    ['https://vidu.vn/tung-buoc/index.html', 'https://vidu.vn/tung-buoc/'],
    ['HTTPS://VIDU.vn/', 'https://vidu.vn/'],
    ['vidu.vn/tung-buoc', 'https://vidu.vn/tung-buoc/'],
    ['https://vidu.vn:8443/', 'https://vidu.vn:8443/'],
  ])('%j is brought into one form', (text, address) => {
    expect(checkAddress(text)).toEqual({ address });
    expect(checkAddress(address)).toEqual({ address });
  });

  it.each([
    ['', 'unreadable'],
    ['tổ 3 ấp 2', 'unreadable'],
    ['https://localhost/', 'unreadable'],
    ['https://vneid.gov.vn@evil.example/', 'unreadable'],
    ['http://vidu.vn/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['https://vidu.vn/?utm=1', 'has-more'],
    ['https://vidu.vn/#cover', 'has-more'],
    [`https://vidu.vn/${'a'.repeat(LONGEST_ADDRESS)}`, 'too-long'],
  ])('%j is refused with what is wrong', (text, problem) => {
    expect(checkAddress(text)).toEqual({ problem });
  });
});
